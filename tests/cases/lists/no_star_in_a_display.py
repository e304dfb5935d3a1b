# verheal: check
# subject: f
# expect: refuted assert
# witness: f([], 1)
def f(xs: list[int], y: int) -> list[int]:
    made = [*xs, y]
    assert made[0] != y
    return made
