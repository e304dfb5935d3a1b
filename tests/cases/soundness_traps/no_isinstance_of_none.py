# verheal: check
# subject: f
# expect: refuted safety:TypeError | raises
# witness: f(1)
# why: in a tuple None is no class
def f(x: int | str | None) -> bool:
    return isinstance(x, (str, None))
