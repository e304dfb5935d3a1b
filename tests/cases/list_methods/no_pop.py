# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f([])
def f(xs: list[int]) -> int:
    if len(xs) >= 0:
        return xs.pop()
    return 0
