# verheal: check
# subject: f
# expect: proved
def f(n: int) -> list[int]:
    assert n >= 0
    ys: list[int] = []
    i = 0
    while i < n:
        assert i <= n and len(ys) == i
        ys.append(i)
        i += 1
    assert len(ys) == n
    return ys
