# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    x = 0
    for i in range(3):
        try:
            if i >= n:
                break
        finally:
            x += 1
    assert x == (3 if n >= 3 else n + 1 if n >= 0 else 1)
    return x
