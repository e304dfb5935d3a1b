# verheal: check
# subject: f
# expect: refuted safety:UnboundLocalError
# witness: f(5)
def f(m: int) -> int:
    k = m
    try:
        try:
            1 // 0
        except ZeroDivisionError as e:
            pass
        [1][m]
    except IndexError:
        e
        return 0
    return 1
