# verheal: check
# subject: f
# expect: refuted post
# witness: f([0, 0])
def f(xs: list[int]) -> int:
    """
    pre: len(xs) > 0
    post: min(xs) <= __return__ <= max(xs)
    """
    return sum(xs) // len(xs) + len(xs) - 1
