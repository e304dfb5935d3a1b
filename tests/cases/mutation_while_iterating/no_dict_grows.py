# verheal: check
# subject: f
# expect: refuted safety:RuntimeError
# witness: f({1: 1})
def f(d: dict[int, int]) -> None:
    for k in d:
        d[k + 1] = 0
