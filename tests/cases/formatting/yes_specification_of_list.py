# verheal: check
# subject: f
# expect: proved
# why: a list has only object.__format__, which takes no specification
def f(xs: list[str]) -> str:
    return f"{xs!s:>5}"
