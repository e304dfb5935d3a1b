# verheal: check
# subject: f
# expect: proved
def f(path: str) -> str:
    cut = path.rfind("/")
    if cut == -1:
        assert "/" not in path
        return path
    assert path[cut] == "/" and "/" not in path[cut + 1 :]
    return path[cut + 1 :]
