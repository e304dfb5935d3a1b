# verheal: check
# subject: f
# expect: refuted safety:KeyError
# witness: f(set(), 1)
def f(s: set[int], x: int) -> None:
    s.remove(x)
    assert x not in s
