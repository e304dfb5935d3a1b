# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
def f() -> int:
    d = {1: "a", True: "b"}
    assert len(d) == 2
    return len(d)
