# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0, 1)
def f(a: int, b: int) -> int:
    s = sum([a, b])
    assert s == a
    return s
