# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1)
def f(n: int) -> list[int]:
    assert n >= 0
    ys: list[int] = []
    i = 0
    while i < n:
        assert i <= n and len(ys) == i
        ys.append(i)
        i += 1
    assert len(ys) == n + 1
    return ys
