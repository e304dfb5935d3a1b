# verheal: check
# subject: f
# expect: refuted assert
# witness: f([0, 0])
# why: removing shifts the rest below the iterator
def f(xs: list[int]) -> list[int]:
    for x in xs:
        if x == 0:
            xs.remove(x)
    assert 0 not in xs
    return xs
