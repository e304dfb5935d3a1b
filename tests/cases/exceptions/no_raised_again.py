# verheal: check
# subject: f
# expect: refuted raises | safety:KeyError
# witness: f({}, 1)
# why: a bare raise lets out what it caught, undeclared
def f(d: dict[int, int], k: int) -> int:
    try:
        return d[k]
    except KeyError:
        raise
