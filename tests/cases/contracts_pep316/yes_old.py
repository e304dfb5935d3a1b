# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> None:
    """
    post: len(xs) == len(__old__.xs) + 1
    """
    xs.append(0)
