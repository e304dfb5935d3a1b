# verheal: check
# subject: f
# expect: proved
# why: the variable of a comprehension is its own, that of a for loop is not
def f(xs: list[int]) -> int:
    x = 5
    _ = [x for x in xs]
    assert x == 5
    return x
