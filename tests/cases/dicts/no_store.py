# verheal: check
# subject: f
# expect: refuted assert
# witness: f({}, 1, 1)
def f(d: dict[int, int], k: int, j: int) -> None:
    d[k] = 1
    d[j] = 2
    assert d[k] == 1
