# verheal: check
# subject: late
# expect: proved
# why: a name is bound where the pattern matches, be the guard true or not; a pattern that fails binds nothing
def late(x: int) -> int:
    y = 1
    match x:
        case (1 | 2) as y if y > 2:
            return 0
    assert y == (x if x in (1, 2) else 1)
    return y
