def sums_to(values: list[int], target: int) -> bool:
    present = set(values)
    return any(target - value in present for value in values)
