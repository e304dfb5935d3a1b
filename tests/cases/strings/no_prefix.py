# verheal: check
# subject: f
# expect: refuted assert
# witness: f("ab")
def f(s: str) -> bool:
    r = s.startswith("ab")
    assert not r or len(s) >= 3
    return r
