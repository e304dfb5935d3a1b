# verheal: check
# subject: f
# expect: refuted assert
# witness: f(3)
# why: true under the guard, false after the loop
def f(n: int) -> int:
    assert n > 0
    i = 0
    while i < n:
        assert i < n
        i += 1
    assert i < n
    return i
