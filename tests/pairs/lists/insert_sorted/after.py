def insert_sorted(values: list[int], new: int) -> None:
    i = 0
    while i < len(values) and values[i] <= new:
        i += 1
    values[i:i] = [new]
