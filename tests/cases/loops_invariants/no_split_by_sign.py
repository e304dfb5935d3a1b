# verheal: check
# subject: split_by_sign
# expect: refuted post
# witness: split_by_sign([0])
def split_by_sign(xs: list[int]) -> tuple[list[int], list[int]]:
    """
    post: all(x >= 0 for x in __return__[0])
    post: all(x < 0 for x in __return__[1])
    post: len(__return__[0]) + len(__return__[1]) == len(xs)
    """
    good: list[int] = []
    bad: list[int] = []
    for x in xs:
        if x < 0:
            bad.append(x)
        elif x > 0:
            good.append(x)
    return good, bad
