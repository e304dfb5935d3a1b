# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0)
def f(n: int) -> int:
    x = 0
    for i in range(3):
        try:
            if i >= n:
                break
        finally:
            x += 1
    assert x == max(0, min(n, 3))
    return x
