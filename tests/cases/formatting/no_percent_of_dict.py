# verheal: check
# subject: f
# expect: refuted safety:KeyError | raises
# witness: f({"b": ""})
def f(d: dict[str, str]) -> str:
    if "b" in d:
        return "%(a)s" % d
    return "%%" % d
