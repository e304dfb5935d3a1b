# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1, 2, 3])
# why: the starred list begins behind the first item
def f(xs: list[int]) -> int:
    if len(xs) < 2:
        return 0
    first, *middle, last = xs
    middle.append(first)
    assert len(middle) == len(xs) - 1
    assert last == xs[-1] and middle[0] == xs[0]
    return len(middle)
