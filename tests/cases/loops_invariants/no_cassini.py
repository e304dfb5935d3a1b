# verheal: check
# subject: fibonacci
# expect: refuted assert | raises
# witness: fibonacci(1)
def fibonacci(n: int) -> tuple[int, int]:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    assert b * b - a * b - a * a == 1
    return a, b
