# verheal: check
# subject: f
# expect: proved
def f(d: dict[str, int]) -> int:
    if not d:
        return 0
    first = next(iter(d))
    assert first in d
    return d[first]
