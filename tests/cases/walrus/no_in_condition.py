# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f({}, 1)
def f(d: dict[int, int], k: int) -> int:
    if (v := d.get(k)) is None:
        return v + 1
    return 0
