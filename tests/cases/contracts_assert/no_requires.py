# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(1, 0)
def f(total: int, count: int) -> int:
    assert count >= 0, "nothing to share among"
    return total // count
