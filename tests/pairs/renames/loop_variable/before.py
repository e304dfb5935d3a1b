def column_sums(rows: list[list[int]], width: int) -> list[int]:
    width = max(0, min(width, 20))
    sums = [0] * width
    for r in rows:
        for i, v in enumerate(r):
            if i < width:
                sums[i] += v
    return sums
