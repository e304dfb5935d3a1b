def sums_to(values: list[int], target: int) -> bool:
    for i, left in enumerate(values):
        for right in values[i + 1:]:
            if left + right == target:
                return True
    return False
