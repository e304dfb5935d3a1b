# verheal: check
# subject: late
# expect: refuted assert
# witness: late(3)
def late(x: int) -> int:
    y = 1
    match x:
        case (1 | 2) as y if y > 2:
            return 0
    assert y == x
    return y
