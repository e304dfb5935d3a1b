def spread(xs: list[int], ys: list[int]) -> int:
    if not xs or not ys:
        return 0
    low = min(xs)
    high = max(xs)
    return high - low - len(ys)
