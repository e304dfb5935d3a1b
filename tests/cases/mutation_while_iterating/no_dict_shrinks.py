# verheal: check
# subject: f
# expect: refuted safety:RuntimeError
# witness: f({1: 0, 2: 1})
def f(d: dict[int, int]) -> None:
    for k in d:
        if d[k] == 0:
            del d[k]
