# verheal: check
# subject: f
# expect: refuted safety:OverflowError
# witness: f(float("inf"))
# why: int() of an infinity overflows
def f(x: float) -> int:
    assert -1e6 <= x
    return int(x)
