def median_gap(first: list[int], second: list[int]) -> int:
    if len(first) == 0 or len(second) == 0:
        return 0
    left = sorted(first)
    right = sorted(second)
    gap = left[len(left) // 2] - right[len(right) // 2]
    return -gap if gap < 0 else gap
