# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    n = len(xs)
    xs.append(1)
    assert len(xs) == n + 1
    return n
