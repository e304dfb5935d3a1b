# verheal: check
# subject: f
# expect: refuted safety:KeyError
# witness: f({"a": 1})
# why: the first key is there until it is deleted
def f(d: dict[str, int]) -> int:
    if not d:
        return 0
    first = next(iter(d))
    del d[first]
    return d[first]
