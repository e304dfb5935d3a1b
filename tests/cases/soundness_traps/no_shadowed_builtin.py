# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1])
def length(xs: list[int]) -> int:
    return 0


def f(xs: list[int]) -> int:
    n = len(xs)
    assert n == 0
    return n
