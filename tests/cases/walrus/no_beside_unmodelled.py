# verheal: check
# subject: f
# expect: refuted assert
# witness: f("")
def f(s: str) -> int:
    if s.count("a") > (n := len(s)):
        n = 0
    assert n > 0
    return n
