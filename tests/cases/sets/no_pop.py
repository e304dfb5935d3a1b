# verheal: check
# subject: f
# expect: refuted safety:KeyError
# witness: f(set())
def f(s: set[int]) -> int:
    if len(s) >= 0:
        return s.pop()
    return 0
