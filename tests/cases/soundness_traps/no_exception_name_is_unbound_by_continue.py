# verheal: check
# subject: f
# expect: refuted safety:UnboundLocalError
# witness: f(0)
def f(n: int) -> int:
    c = 0
    for i in range(2):
        try:
            if i == 1:
                e
            1 // 0
        except ZeroDivisionError as e:
            c += 1
            continue
    return c
