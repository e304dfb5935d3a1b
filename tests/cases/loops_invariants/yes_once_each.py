# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> list[int]:
    seen: set[int] = set()
    kept: list[int] = []
    for x in xs:
        if x not in seen:
            seen.add(x)
            kept.append(x)
    assert all(x in kept for x in xs)
    assert all(x in xs for x in kept)
    return kept
