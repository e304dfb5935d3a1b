# verheal: check
# subject: f
# expect: refuted type
# allow: unknown
# witness: f("a")
def f(x: int | str) -> int:
    match x:
        case int():
            return 1
        case bytes():
            return 2
