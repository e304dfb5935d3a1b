# verheal: check
# subject: f
# expect: refuted assert
# witness: f("a//")
# why: before the last one there may be others
def f(path: str) -> str:
    cut = path.rindex("/") if "/" in path else 0
    assert "/" not in path[:cut]
    return path[cut:]
