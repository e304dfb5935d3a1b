# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f("")
def f(a: str) -> int:
    h = hash(a)
    return 1 // h
