# verheal: check
# subject: f
# expect: proved
# why: the star may take nothing, and the two others have an item each
def f(xs: list[int]) -> int:
    if len(xs) < 2:
        return 0
    first, *middle, last = xs
    return first + len(middle) + last
