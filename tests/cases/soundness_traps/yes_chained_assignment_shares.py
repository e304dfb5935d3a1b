# verheal: check
# subject: f
# expect: proved
def f() -> int:
    a: list[int] = []
    b: list[int] = []
    a.append(1)
    assert len(b) == 0
    return len(a)
