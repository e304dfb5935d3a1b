# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: int() of an infinity overflows
def f(x: float) -> int:
    assert -1e6 <= x <= 1e6
    return int(x)
