# verheal: check
# subject: f
# expect: proved
def f(d: dict[int, int]) -> None:
    for k, v in d.items():
        assert d[k] == v
