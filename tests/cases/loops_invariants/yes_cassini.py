# verheal: check
# subject: fibonacci
# expect: proved
def fibonacci(n: int) -> tuple[int, int]:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    assert abs(b * b - a * b - a * a) == 1
    return a, b
