# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(d: dict[int, int], xs: list[int]) -> bool:
    return len(xs) in d
