# verheal: check
# subject: f
# expect: proved
def f(d: dict[int, int], k: int) -> int:
    return d.pop(k, 0)
