def find_pair(values: list[int], target: int) -> tuple[int, int] | None:
    positions: dict[int, int] = {}
    for j, value in enumerate(values):
        if target - value in positions:
            return positions[target - value], j
        positions[value] = j
    return None
