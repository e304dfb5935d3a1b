# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f(10**5000)
# why: an int of more than 4300 digits is not printed
def f(n: int) -> str:
    assert n > 0
    return f"{n} items"
