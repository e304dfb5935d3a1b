# verheal: check
# subject: f
# expect: proved
def f(s: str) -> str:
    t = f"<{s}>"
    assert len(t) >= 2
    return t
