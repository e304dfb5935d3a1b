# verheal: check
# subject: f
# expect: refuted post
# witness: f([])
def f(xs: list[int]) -> None:
    """
    post: len(xs) == len(__old__.xs) + 2
    """
    xs.append(0)
