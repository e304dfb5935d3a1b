# verheal: check
# subject: place_of_least
# expect: proved
def place_of_least(xs: list[int]) -> int:
    """
    pre: len(xs) > 0
    post: all(xs[__return__] <= x for x in xs)
    post: 0 <= __return__ < len(xs)
    """
    best = 0
    for i in range(1, len(xs)):
        if xs[i] < xs[best]:
            best = i
    return best
