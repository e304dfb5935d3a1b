def has_pair(values: list[int], target: int) -> bool:
    seen: set[int] = set()
    for value in values:
        if target - value in seen:
            return True
        seen.add(value)
    return False
