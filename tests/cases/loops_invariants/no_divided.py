# verheal: check
# subject: divided
# expect: refuted post
# witness: divided(1, 1)
def divided(a: int, b: int) -> tuple[int, int]:
    """
    pre: a >= 0
    pre: b > 0
    post: a == b * __return__[0] + __return__[1]
    post: 0 <= __return__[1] < b
    """
    quotient, rest = 0, a
    while rest > b:
        rest -= b
        quotient += 1
    return quotient, rest
