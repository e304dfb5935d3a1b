# verheal: check
# subject: f
# expect: proved
# why: a list of its own for each call
def f(x: int) -> int:
    kept: list[int] = []
    kept.append(x)
    assert len(kept) == 1
    return kept[0]
