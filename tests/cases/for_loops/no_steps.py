# verheal: check
# subject: f
# expect: refuted assert
# witness: f(4)
def f(n: int) -> int:
    count = 0
    for i in range(0, n, 3):
        assert i % 2 == 0
        count += 1
    return count
