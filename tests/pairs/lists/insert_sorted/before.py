def insert_sorted(values: list[int], new: int) -> None:
    position = len(values)
    for i, value in enumerate(values):
        if value > new:
            position = i
            break
    values.insert(position, new)
