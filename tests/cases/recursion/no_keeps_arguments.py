# verheal: check
# subject: f
# expect: refuted post
# witness: f([0, 1])
def f(xs: list[int]) -> int:
    """
    pre: 0 < len(xs) <= 20
    post: all(x <= __return__ for x in xs)
    """
    if len(xs) == 1:
        return xs[0]
    rest = f(xs[1:])
    return rest if rest < xs[0] else xs[0]
