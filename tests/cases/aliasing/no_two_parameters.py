# verheal: check
# subject: f
# expect: refuted assert
# witness: (lambda s: f(s, s))([])
# why: both arguments may be one list
def f(a: list[int], b: list[int]) -> int:
    n = len(b)
    a.append(1)
    assert len(b) == n
    return n
