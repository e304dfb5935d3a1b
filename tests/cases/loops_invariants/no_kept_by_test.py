# verheal: check
# subject: kept_by_test
# expect: refuted post
# witness: kept_by_test([0])
def kept_by_test(xs: list[int]) -> list[int]:
    """
    post: __return__ == [x for x in xs if x > 0]
    """
    out: list[int] = []
    for x in xs:
        if x >= 0:
            out.append(x)
    return out
