# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(s: set[int]) -> None:
    for x in list(s):
        s.add(x + 1)
