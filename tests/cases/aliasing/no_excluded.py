# verheal: check
# subject: f
# expect: refuted assert
# witness: (lambda s: f(s, s))([])
def f(a: list[int], b: list[int]) -> int:
    n = len(b)
    if a is not None:
        a.append(1)
    assert len(b) == n
    return n
