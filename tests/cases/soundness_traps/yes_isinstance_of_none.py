# verheal: check
# subject: f
# expect: proved
def f(x: int | str | None) -> bool:
    return isinstance(x, str | None)
