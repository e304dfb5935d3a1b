# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1, 1])
def f(xs: list[int]) -> int:
    n = len(set(xs))
    assert n == len(xs)
    return n
