# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1])
# why: a tuple made of a list does not follow it
def f(xs: list[int]) -> int:
    t = tuple(xs)
    xs.append(1)
    assert len(xs) == len(t)
    return len(t)
