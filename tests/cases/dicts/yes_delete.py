# verheal: check
# subject: f
# expect: proved
def f(d: dict[int, int], k: int) -> None:
    if k in d:
        del d[k]
    assert k not in d
