# verheal: check
# subject: f
# expect: refuted safety:TypeError
# allow: unknown
# witness: f({}, [1])
def f(d: dict[int, int], xs: list[int]) -> bool:
    return xs in d
