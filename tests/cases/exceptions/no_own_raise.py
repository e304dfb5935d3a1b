# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(0)
# why: a raise statement declares what it raises, nothing else
def f(n: int) -> int:
    if n < 0:
        raise ValueError("zero")
    return 10 // n
