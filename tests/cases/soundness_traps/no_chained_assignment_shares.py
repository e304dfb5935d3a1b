# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
def f() -> int:
    a = b = []
    a.append(1)
    assert len(b) == 0
    return len(a)
