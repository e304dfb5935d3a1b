# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: an int of more than 4300 digits is not printed
def f(n: int) -> str:
    assert n in (1, 2, 3)
    return f"{n} items"
