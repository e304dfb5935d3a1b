# verheal: check
# subject: called
# expect: proved
def gathers(first: int, *rest: int, by: int = 2, **more: int) -> int:
    found = first * by + len(rest)
    return found + more["z"] if "z" in more else found


def called(n: int) -> int:
    plain = gathers(n, 1, 1)
    assert plain == 2 * n + 2
    named = gathers(n, z=5, by=1)
    assert named == n + 5
    return named
