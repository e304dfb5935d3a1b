def triangle_number(n: int) -> int:
    total = 0
    for k in range(1, n + 1):
        total += k
    return total
