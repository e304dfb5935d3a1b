# verheal: check
# subject: f
# expect: proved
# why: a bound of unrolling is no assumption
def f() -> int:
    i = 0
    while i < 1000:
        i += 1
    assert i == 1000
    return i
