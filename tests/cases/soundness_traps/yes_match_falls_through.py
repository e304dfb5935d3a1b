# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(x: int | str) -> int:
    match x:
        case int():
            return 1
        case _:
            return 2
