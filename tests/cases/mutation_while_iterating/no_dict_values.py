# verheal: check
# subject: f
# expect: refuted safety:RuntimeError
# witness: f({1: 1})
# why: a new value for a key that is there is no change of size
def f(d: dict[int, int]) -> None:
    for k in d:
        d[-k] = 0
