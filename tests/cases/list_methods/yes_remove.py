# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int], x: int) -> None:
    if x in xs:
        xs.remove(x)
