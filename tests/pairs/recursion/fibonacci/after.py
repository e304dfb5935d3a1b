def fibonacci(n: int) -> int:
    if not 0 <= n <= 20:
        raise ValueError("n")
    current, following = 0, 1
    for _ in range(n):
        current, following = following, current + following
    return current
