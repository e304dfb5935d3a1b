# verheal: check
# subject: f
# expect: refuted assert
# witness: f(float("nan"))
def f(x: float) -> bool:
    same = x == x
    assert same
    return same
