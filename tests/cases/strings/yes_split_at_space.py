# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: split() drops empty parts, split(" ") keeps them
def f(s: str) -> str:
    return s.split(" ")[0]
