# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f([1])
# why: the star may take nothing, but the two others want an item each
def f(xs: list[int]) -> int:
    if not xs:
        return 0
    first, *middle, last = xs
    return first + len(middle) + last
