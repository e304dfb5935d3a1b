# verheal: check
# subject: f
# expect: proved
# why: bases that are powers of two have no limit on digits, doubles have one
def f(n: int) -> str:
    return f"{n:x} {n:08b}"
