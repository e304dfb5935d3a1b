# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f("\uff11")
# why: int() takes the digits of other scripts, spaces around and underscores between
def f(s: str) -> int:
    assert s == "1_0" or s == " 7 " or s == "\uff11"
    n = int(s)
    assert n == 10 or n == 7
    return n
