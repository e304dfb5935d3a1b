# verheal: check
# subject: f
# expect: refuted assert
# witness: f(2, 1)
def f(a: int, b: int) -> int:
    first = list({a, b})[0]
    assert first == a
    return first
