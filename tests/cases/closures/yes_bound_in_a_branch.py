# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    if n > 0:
        def g() -> int:
            return 1
    else:
        return 0
    return g()
