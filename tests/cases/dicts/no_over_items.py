# verheal: check
# subject: f
# expect: refuted assert
# witness: f({1: 2})
def f(d: dict[int, int]) -> None:
    for k, v in d.items():
        assert d[k] == k
