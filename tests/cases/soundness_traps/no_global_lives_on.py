# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: (f(), f())
count = 0


def f() -> int:
    global count
    count += 1
    assert count == 1
    return count
