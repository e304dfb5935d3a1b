# verheal: check
# subject: f
# expect: refuted safety:RecursionError | raises
# witness: f([1], 2)
def f(xs: list[int], wanted: int) -> bool:
    if len(xs) == 0:
        return False
    middle = len(xs) // 2
    if xs[middle] < wanted:
        return f(xs[middle:], wanted)
    return xs[middle] == wanted or f(xs[:middle], wanted)
