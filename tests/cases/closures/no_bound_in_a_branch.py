# verheal: check
# subject: f
# expect: refuted safety:UnboundLocalError | raises
# witness: f(0)
def f(n: int) -> int:
    if n > 0:
        def g() -> int:
            return 1
    else:
        pass
    return g()
