# verheal: check
# subject: f
# expect: refuted safety:OverflowError | raises
# witness: f(10**400)
# why: bases that are powers of two have no limit on digits, doubles have one
def f(n: int) -> str:
    return f"{n:x} {n:.2f}"
