# verheal: check
# subject: f
# expect: refuted assert
# witness: [f(0), f(0)][-1]
# why: the default is one list for all calls
def f(x: int, _kept: list[int] = []) -> int:
    _kept.append(x)
    assert len(_kept) == 1
    return _kept[0]
