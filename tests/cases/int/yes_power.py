# verheal: check
# subject: f
# expect: proved
def f(base: int, exponent: int) -> int:
    if base < 2 or exponent < 0:
        return 1
    found = base**exponent
    assert found > exponent
    return found
