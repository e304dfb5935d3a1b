# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    """
    pre: len(xs) > 0
    post: min(xs) <= __return__ <= max(xs)
    """
    return sum(xs) // len(xs)
