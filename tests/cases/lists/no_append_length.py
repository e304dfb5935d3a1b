# verheal: check
# subject: f
# expect: refuted assert
# witness: f([])
def f(xs: list[int]) -> int:
    n = len(xs)
    xs.append(1)
    assert len(xs) == n + 2
    return n
