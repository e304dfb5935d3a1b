# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> int:
    n = len({x % 2 for x in xs})
    assert n <= 2
    return n
