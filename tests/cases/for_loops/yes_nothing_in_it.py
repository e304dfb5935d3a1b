# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    for x in enumerate([]):
        if n > 7:
            break
    else:
        n += 1
    if n < 100:
        raise IndexError("not there")
    assert n >= 100
    return sum(y for y in reversed([])) + n
