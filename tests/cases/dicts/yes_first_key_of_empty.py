# verheal: check
# subject: f
# expect: proved
# why: an empty dict has no first key, but next has a default
def f(d: dict[str, int]) -> str:
    return next(iter(d), "")
