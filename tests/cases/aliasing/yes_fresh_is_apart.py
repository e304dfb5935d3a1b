# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    n = len(xs)
    ys = [0]
    ys.append(2)
    assert len(xs) == n
    return n
