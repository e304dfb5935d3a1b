# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int], x: int) -> None:
    n = len(xs)
    xs.insert(0, x)
    assert xs[0] == x and len(xs) == n + 1
