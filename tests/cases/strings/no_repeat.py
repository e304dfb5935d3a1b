# verheal: check
# subject: f
# expect: refuted assert
# witness: f("a")
def f(s: str) -> str:
    t = s * 3
    assert len(t) == 2 * len(s)
    return t
