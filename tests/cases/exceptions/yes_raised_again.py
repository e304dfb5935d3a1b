# verheal: check
# subject: f
# expect: proved
# why: a bare raise lets out what it caught, undeclared
def f(d: dict[int, int], k: int) -> int:
    try:
        return d[k]
    except KeyError:
        return 0
