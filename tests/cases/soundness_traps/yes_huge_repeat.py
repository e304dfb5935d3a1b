# verheal: check
# subject: f
# expect: proved
def f(n: int) -> list[int]:
    assert 0 <= n <= 100
    return [0] * n
