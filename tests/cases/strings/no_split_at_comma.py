# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f("a")
# why: splitting at a separator gives one part at least
def f(s: str) -> str:
    parts = s.split(",")
    return parts[1]
