# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
def f() -> int:
    total = 0
    for i in range(6):
        total += i
    assert total == 10
    return total
