# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1])
# why: the variable of a comprehension is its own, that of a for loop is not
def f(xs: list[int]) -> int:
    x = 5
    for x in xs:
        pass
    assert x == 5
    return x
