# verheal: check
# subject: f
# expect: refuted safety:TypeError | raises
# witness: f([])
# why: a list has only object.__format__, which takes no specification
def f(xs: list[str]) -> str:
    return f"{xs:>5}"
