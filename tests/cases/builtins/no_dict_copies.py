# verheal: check
# subject: f
# expect: refuted assert
# witness: f({}, 1)
def f(d: dict[int, int], k: int) -> int:
    n = len(d)
    e = d
    e[k] = 1
    assert len(d) == n
    return len(e)
