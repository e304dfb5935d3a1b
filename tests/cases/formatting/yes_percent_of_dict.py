# verheal: check
# subject: f
# expect: proved
def f(d: dict[str, str]) -> str:
    if "a" in d:
        return "%(a)s" % d
    return "%%" % d
