# verheal: check
# subject: f
# expect: proved
limit_here = 5


def f(n: int) -> int:
    total = limit_here
    kept = [limit_here for limit_here in range(3)]
    assert total + limit_here == 10
    return len(kept)
