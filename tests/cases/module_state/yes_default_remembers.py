# verheal: check
# subject: f
# expect: proved
# why: a list of its own for each call
def f(x: int) -> int:
    _kept: list[int] = []
    _kept.append(x)
    assert len(_kept) == 1
    return _kept[0]
