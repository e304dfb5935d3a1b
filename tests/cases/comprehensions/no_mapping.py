# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1])
def f(xs: list[int]) -> dict[int, int]:
    d = {x: x + 1 for x in xs}
    for x in xs:
        assert d[x] == x
    return d
