# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
def f() -> int:
    count = 0
    for i in range(3):
        for _ in range(i):
            count += 1
    assert count == 9
    return count
