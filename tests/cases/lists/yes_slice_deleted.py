# verheal: check
# subject: f
# expect: proved
def f(xs: list[int], keep: int) -> int:
    if 0 <= keep <= len(xs):
        del xs[keep:]
        assert len(xs) == keep
        xs[1:1] = [7, 8]
        assert len(xs) == keep + 2
    return len(xs)
