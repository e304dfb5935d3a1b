def _is_prime(value: int) -> bool:
    divisor = 2
    while divisor * divisor <= value:
        if value % divisor == 0:
            return False
        divisor += 1
    return value >= 2


def count_primes(values: list[int]) -> int:
    return sum(1 for value in values if value <= 500 and _is_prime(value))
