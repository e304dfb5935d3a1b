# verheal: check
# subject: f
# expect: refuted assert
# witness: f("")
# why: the empty string is in every string
def f(s: str) -> bool:
    r = "" in s
    assert not r or s != ""
    return r
