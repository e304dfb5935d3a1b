def fibonacci(n: int) -> int:
    if n < 0 or n > 20:
        raise ValueError(n)
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)
