# verheal: check
# subject: f
# expect: proved
def f(s: set[int], x: int) -> None:
    s.discard(x)
    assert x not in s
