def fused_statistics(samples: list[int]) -> tuple[int, int, int]:
    total = 0
    for sample in samples:
        total += sample
    squares = 0
    for sample in samples:
        squares += sample * sample
    return total, squares, len(samples)
