# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1], -1)
# why: a negative bound counts from the end
def f(xs: list[int], keep: int) -> int:
    if keep <= len(xs):
        del xs[keep:]
        assert len(xs) == keep
    return len(xs)
