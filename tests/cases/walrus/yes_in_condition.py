# verheal: check
# subject: f
# expect: proved
def f(d: dict[int, int], k: int) -> int:
    if (v := d.get(k)) is not None:
        return v + 1
    return 0
