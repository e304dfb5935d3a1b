def is_anagram(first: str, second: str) -> bool:
    return sorted(first) == sorted(second)
