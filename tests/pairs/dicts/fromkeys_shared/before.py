def buckets(names: list[str]) -> dict[str, list[int]]:
    table: dict[str, list[int]] = {}
    for name in names:
        table[name] = []
    return table
