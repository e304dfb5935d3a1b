# verheal: check
# subject: f
# expect: refuted assert
# witness: f(["a", "a"], 1)
def f(names: list[str], count: int) -> int:
    found = dict.fromkeys(names, count)
    assert all(name in found for name in names)
    assert len(found) == len(names)
    return found["a"] if "a" in names else count
