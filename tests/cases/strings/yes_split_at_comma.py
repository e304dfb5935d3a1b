# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: splitting at a separator gives one part at least
def f(s: str) -> str:
    parts = s.split(",")
    return parts[0]
