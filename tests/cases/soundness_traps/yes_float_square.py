# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: a product of floats becomes infinite, a power raises
def f(x: float) -> float:
    return x * x
