# verheal: check
# subject: f
# expect: proved
# why: what was done before the exception stays done
def f(n: int) -> int:
    step = 0
    try:
        step = 1
        x = 10 // n
        step = 2
    except ZeroDivisionError:
        assert step == 1
    return step
