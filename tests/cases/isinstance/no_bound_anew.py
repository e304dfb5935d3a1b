# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f("", 1)
# why: the name was bound anew after the test
def f(x: object, y: int) -> int:
    if isinstance(x, str):
        x = y
        return len(x)
    return 0
