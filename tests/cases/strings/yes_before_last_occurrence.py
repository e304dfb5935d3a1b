# verheal: check
# subject: f
# expect: proved
# why: behind the last one there is none, before it there may be
def f(path: str) -> str:
    cut = path.rfind("/")
    assert "/" not in path[cut + 1 :]
    return path[cut + 1 :]
