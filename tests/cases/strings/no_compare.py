# verheal: check
# subject: f
# expect: refuted assert
# witness: f("a", "a")
def f(a: str, b: str) -> bool:
    r = a < b
    if a == b:
        assert r
    return r
