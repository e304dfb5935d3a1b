# verheal: check
# subject: f
# expect: refuted safety:OverflowError
# witness: f(1e200)
# why: a product of floats becomes infinite, a power raises
def f(x: float) -> float:
    return x ** 2
