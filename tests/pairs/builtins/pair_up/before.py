def pair_up(keys: list[int], values: list[int]) -> dict[int, int]:
    table: dict[int, int] = {}
    for i in range(len(keys)):
        table[keys[i]] = values[i]
    return table
