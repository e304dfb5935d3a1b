# verheal: check
# subject: f
# expect: refuted safety:UnboundLocalError
# witness: f(0)
def f(n: int) -> int:
    assert n >= 0
    for i in range(n):
        pass
    return i
