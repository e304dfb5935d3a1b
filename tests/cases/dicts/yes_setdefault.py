# verheal: check
# subject: f
# expect: proved
# why: setdefault keeps what is there
def f(d: dict[int, int], k: int) -> int:
    v = d.setdefault(k, 0)
    assert v == d[k]
    return v
