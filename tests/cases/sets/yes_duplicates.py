# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> int:
    n = len(set(xs))
    assert n <= len(xs)
    return n
