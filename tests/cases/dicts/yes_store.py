# verheal: check
# subject: f
# expect: proved
def f(d: dict[int, int], k: int, j: int) -> None:
    d[k] = 1
    d[j] = 2
    assert k == j or d[k] == 1
