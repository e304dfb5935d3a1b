def fused_statistics(samples: list[int]) -> tuple[int, int, int]:
    count = total = squares = 0
    for sample in samples:
        count += 1
        total += sample
        squares += sample**2
    return total, squares, count
