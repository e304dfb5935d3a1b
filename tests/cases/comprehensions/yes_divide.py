# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> list[int]:
    return [10 // x for x in xs if x != 0]
