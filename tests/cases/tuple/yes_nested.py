# verheal: check
# subject: f
# expect: proved
def f(t: tuple[int, tuple[int, int]]) -> int:
    a, (b, c) = t
    total = a + b + c
    assert total == t[0] + t[1][0] + t[1][1]
    return total
