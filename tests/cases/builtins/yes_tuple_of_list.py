# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: a tuple made of a list does not follow it
def f(xs: list[int]) -> int:
    t = tuple(xs)
    xs.append(1)
    assert len(xs) == len(t) + 1
    return len(t)
