# verheal: check
# subject: f
# expect: refuted assert
# witness: f(10)
def f(n: int) -> int:
    assert n >= 0
    total, rest = 0, n
    while rest:
        total += rest % 9
        rest //= 10
    assert total % 9 == n % 9
    return total
