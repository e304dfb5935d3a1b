def count_pairs(pairs: list[tuple[str, str]]) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for left, right in pairs:
        row = table.setdefault(left, {})
        row[right] = row.get(right, 0) + 1
    return table
