# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0, 0)
def f(a: int, b: int) -> int:
    m = min(a, b)
    assert m < a and m <= b
    return m
