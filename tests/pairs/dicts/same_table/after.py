def same_table(first: dict[str, int], second: dict[str, int]) -> bool:
    if len(first) != len(second):
        return False
    return all(a == b for a, b in zip(first.items(), second.items()))
