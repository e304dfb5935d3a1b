# verheal: check
# subject: f
# expect: refuted assert
# witness: f("")
def f(s: str) -> str:
    t = f"<{s}>"
    assert len(t) > 2
    return t
