# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f("a")
def f(s: str) -> int:
    try:
        return int(s)
    except KeyError:
        return 0
