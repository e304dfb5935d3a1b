# verheal: check
# subject: f
# expect: proved
# why: the name was bound anew after the test
def f(x: object, y: int) -> int:
    if isinstance(x, str):
        x = y
        return x
    return 0
