# verheal: check
# subject: f
# expect: proved
def f(xs: list[int], y: int) -> list[int]:
    made = [y, *xs, *(y, y)]
    assert len(made) == len(xs) + 3 and made[0] == y and made[-1] == y
    return made
