# verheal: check
# subject: f
# expect: refuted safety:UnboundLocalError
# witness: f(0)
# why: the name of a handler is unbound at its end
def f(n: int) -> int:
    e = 1
    try:
        r = 10 // n
    except ZeroDivisionError as e:
        r = 0
    return r + e
