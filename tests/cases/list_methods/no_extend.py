# verheal: check
# subject: f
# expect: refuted assert
# witness: (lambda s: f(s, s))([1])
# why: the list may be extended by itself
def f(xs: list[int], ys: list[int]) -> None:
    n = len(xs)
    m = len(ys)
    xs.extend(ys)
    assert len(xs) == n + len(ys)
