# verheal: check
# subject: doubled_and_halved
# expect: refuted post
# witness: doubled_and_halved(1, 2)
def doubled_and_halved(a: int, b: int) -> int:
    """
    pre: b >= 0
    post: __return__ == a * b
    """
    r = 0
    while b > 0:
        if b % 2 == 1:
            r += a
        a = a * 2
        b = (b - 1) // 2
    return r
