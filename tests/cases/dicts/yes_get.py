# verheal: check
# subject: f
# expect: proved
def f(d: dict[str, int], k: str) -> int:
    return d.get(k, 0)
