# verheal: check
# subject: f
# expect: proved
def f(s: set[int], x: int) -> None:
    n = len(s)
    s.add(x)
    assert x in s and len(s) >= n
