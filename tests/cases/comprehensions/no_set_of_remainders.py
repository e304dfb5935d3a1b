# verheal: check
# subject: f
# expect: refuted assert
# witness: f([0, 1])
def f(xs: list[int]) -> int:
    n = len({x % 2 for x in xs})
    assert n <= 1
    return n
