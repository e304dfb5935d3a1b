def count_overlaps(text: str, part: str) -> int:
    if not part:
        return 0
    count = 0
    for i in range(len(text) - len(part) + 1):
        if text[i:i + len(part)] == part:
            count += 1
    return count
