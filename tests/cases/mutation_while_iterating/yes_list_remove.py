# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: removing shifts the rest below the iterator
def f(xs: list[int]) -> list[int]:
    xs = [x for x in xs if x != 0]
    assert 0 not in xs
    return xs
