# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    x = 0
    for i in range(3):
        try:
            if i < n:
                continue
        finally:
            x += 1
    assert x == 3
    return x
