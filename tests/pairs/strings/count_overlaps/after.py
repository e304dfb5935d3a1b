def count_overlaps(text: str, part: str) -> int:
    return text.count(part) if part else 0
