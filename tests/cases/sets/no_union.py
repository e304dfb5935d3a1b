# verheal: check
# subject: f
# expect: refuted assert
# witness: f(set(), 1)
def f(s: set[int], x: int) -> set[int]:
    t = s & {x}
    assert x in t
    return t
