def find_pair(values: list[int], target: int) -> tuple[int, int] | None:
    for i in range(len(values)):
        for j in range(i + 1, len(values)):
            if values[i] + values[j] == target:
                return i, j
    return None
