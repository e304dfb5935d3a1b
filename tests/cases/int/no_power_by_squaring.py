# verheal: check
# subject: raised
# expect: refuted assert | raises
# witness: raised(2, 2)
def raised(base: int, exponent: int) -> int:
    assert exponent >= 0
    result, square, rest = 1, base, exponent
    while rest > 1:
        if rest % 2 == 1:
            result *= square
        square *= square
        rest //= 2
    assert result == base**exponent
    return result
