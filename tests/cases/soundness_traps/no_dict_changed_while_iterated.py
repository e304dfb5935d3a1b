# verheal: check
# subject: f
# expect: refuted safety:RuntimeError
# witness: f({1: 2})
def f(d: dict[int, int]) -> None:
    for k in d:
        d.pop(k)
