# verheal: check
# subject: f
# expect: proved
# why: only the chosen branch is evaluated
def f(a: int, b: int) -> int:
    return a // b if b else 0
