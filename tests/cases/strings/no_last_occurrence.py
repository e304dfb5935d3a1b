# verheal: check
# subject: f
# expect: refuted assert
# witness: f("a/b/c")
# why: behind the first one there may be others
def f(path: str) -> str:
    cut = path.find("/")
    if cut == -1:
        assert "/" not in path
        return path
    assert path[cut] == "/" and "/" not in path[cut + 1 :]
    return path[cut + 1 :]
