# verheal: check
# subject: f
# expect: proved
def f(total: int, count: int) -> int:
    assert count > 0, "nothing to share among"
    return total // count
