# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> dict[int, int]:
    d = {x: x + 1 for x in xs}
    for x in xs:
        assert d[x] == x + 1
    return d
