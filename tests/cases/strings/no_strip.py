# verheal: check
# subject: f
# expect: refuted assert
# witness: f("")
def f(s: str) -> str:
    t = s.strip()
    assert len(t) < len(s)
    return t
