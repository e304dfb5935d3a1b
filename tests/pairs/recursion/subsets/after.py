def subsets(items: list[int]) -> list[list[int]]:
    if len(items) > 8:
        raise ValueError("too many")
    found: list[list[int]] = [[]]
    for item in items:
        found += [[*subset, item] for subset in found]
    return found
