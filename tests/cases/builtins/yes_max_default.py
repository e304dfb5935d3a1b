# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> int:
    return max(xs, default=0)
