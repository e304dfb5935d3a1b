# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int], i: int) -> int:
    assert 0 <= i < len(xs)
    return xs.pop(i)
