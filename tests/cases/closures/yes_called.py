# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    def double(k: int) -> int:
        return k * 2 + n

    found = double(3) - 6
    assert found == n
    return found
