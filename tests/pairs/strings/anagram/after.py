def is_anagram(first: str, second: str) -> bool:
    if len(first) != len(second):
        return False
    counts: dict[str, int] = {}
    for character in first:
        counts[character] = counts.get(character, 0) + 1
    for character in second:
        left = counts.get(character, 0)
        if left == 0:
            return False
        counts[character] = left - 1
    return True
