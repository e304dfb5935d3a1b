# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1])
def f(xs: list[int]) -> int:
    n = sum(1 for x in xs if x > 0)
    assert n < len(xs)
    return n
