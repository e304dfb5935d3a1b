def count_pairs(pairs: list[tuple[str, str]]) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for left, right in pairs:
        if left not in table:
            table[left] = {}
        row = table[left]
        if right not in row:
            row[right] = 0
        row[right] += 1
    return table
