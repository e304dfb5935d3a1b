# verheal: check
# subject: f
# expect: proved
def f(m: int) -> int:
    k = m
    try:
        try:
            1 // 0
        except ZeroDivisionError as e:
            pass
        [1][m]
    except IndexError:
        return 0
    return 1
