# verheal: check
# subject: f
# expect: refuted assert
# witness: f("")
def f(s: str) -> str:
    t = s[:3]
    assert len(t) == 3
    return t
