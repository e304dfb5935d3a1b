# verheal: check
# subject: f
# expect: proved
# allow: unknown
count = 0


def f() -> int:
    global count
    count += 1
    assert count >= 1
    return count
