# verheal: check
# subject: f
# expect: proved
# why: a starred target takes, in a new list, what the others leave over; with too few items it is a ValueError
def f(xs: list[int]) -> int:
    if len(xs) < 2:
        return 0
    first, *middle, last = xs
    middle.append(first)
    assert len(middle) == len(xs) - 1
    assert last == xs[-1] and middle[-1] == xs[0]
    return len(middle)
