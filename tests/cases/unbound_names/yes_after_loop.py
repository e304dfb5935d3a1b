# verheal: check
# subject: f
# expect: proved
# why: after no round the loop variable has no value
def f(xs: list[int]) -> int:
    assert len(xs) > 0
    for x in xs:
        pass
    return x
