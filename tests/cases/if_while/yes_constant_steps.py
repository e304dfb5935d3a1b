# verheal: check
# subject: f
# expect: proved
def f() -> int:
    i = 0
    while i < 10:
        i += 3
    assert i == 12
    return i
