# verheal: check
# subject: mean_within
# expect: refuted assert | raises
# witness: mean_within([0])
def mean_within(xs: list[int]) -> int:
    assert xs
    mean = sum(xs) // len(xs)
    assert min(xs) <= mean < max(xs)
    return mean
