# verheal: check
# subject: mean_within
# expect: proved
def mean_within(xs: list[int]) -> int:
    assert xs
    mean = sum(xs) // len(xs)
    assert min(xs) <= mean <= max(xs)
    return mean
