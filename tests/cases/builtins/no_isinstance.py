# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f("a")
def f(x: int | str) -> int:
    if isinstance(x, str):
        return x + 1
    return 0
