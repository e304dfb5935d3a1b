# verheal: check
# subject: f
# expect: refuted assert
# witness: f({1}, 1)
def f(s: set[int], x: int) -> None:
    n = len(s)
    s.add(x)
    assert x in s and len(s) == n + 1
