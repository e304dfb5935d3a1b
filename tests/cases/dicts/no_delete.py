# verheal: check
# subject: f
# expect: refuted safety:KeyError
# witness: f({}, 1)
def f(d: dict[int, int], k: int) -> None:
    if k not in d:
        del d[k]
    assert k not in d
