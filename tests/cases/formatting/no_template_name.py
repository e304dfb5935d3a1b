# verheal: check
# subject: f
# expect: refuted safety:KeyError | raises
# witness: f("")
def f(s: str) -> str:
    return "{name}".format(nome=s)
