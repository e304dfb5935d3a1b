# verheal: check
# subject: f
# expect: refuted safety:StopIteration
# witness: f({})
# why: an empty dict has no first key
def f(d: dict[str, int]) -> str:
    return next(iter(d))
