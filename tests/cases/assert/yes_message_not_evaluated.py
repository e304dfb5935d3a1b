# verheal: check
# subject: f
# expect: proved
# why: the message is only evaluated when the condition is false
def f(x: int) -> int:
    y = x * x
    assert y >= 0, 1 // y
    return y
