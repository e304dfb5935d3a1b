def subsets(items: list[int]) -> list[list[int]]:
    if len(items) > 8:
        raise ValueError("too many")
    if not items:
        return [[]]
    rest = subsets(items[1:])
    return rest + [[items[0], *subset] for subset in rest]
