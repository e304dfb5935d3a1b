# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f("a")
def f(x: int | str) -> bool:
    return x < 1
