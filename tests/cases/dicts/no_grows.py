# verheal: check
# subject: f
# expect: refuted assert
# witness: f({1: 0}, 1)
def f(d: dict[int, int], k: int) -> int:
    n = len(d)
    d[k] = 1
    assert len(d) > n
    return n
