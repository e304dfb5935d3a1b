# verheal: check
# subject: f
# expect: proved
# why: the name of a handler is unbound at its end
def f(n: int) -> int:
    e = 1
    try:
        r = 10 // n
    except ZeroDivisionError:
        r = 0
    return r + e
