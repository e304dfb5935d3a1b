# verheal: check
# subject: f
# expect: refuted assert
# witness: f({1: 5}, 1)
# why: setdefault keeps what is there
def f(d: dict[int, int], k: int) -> int:
    v = d.setdefault(k, 0)
    assert v == 0
    return v
