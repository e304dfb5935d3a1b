def common_count(first: list[int], second: list[int]) -> int:
    return len(set(first) & set(second))
