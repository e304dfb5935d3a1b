# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    assert n >= 0
    total, rest = 0, n
    while rest:
        total += rest % 10
        rest //= 10
    assert total % 9 == n % 9
    return total
