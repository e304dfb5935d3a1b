# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f("  ")
# why: split() drops empty parts, split(" ") keeps them
def f(s: str) -> str:
    return s.split()[0]
