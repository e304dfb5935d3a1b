def _row(size: int) -> list[int]:
    return [i * i for i in range(min(size, 20))]


def build_table(sizes: list[int]) -> list[list[int]]:
    cache: dict[int, list[int]] = {}
    table: list[list[int]] = []
    for size in sizes:
        if size not in cache:
            cache[size] = _row(size)
        table.append(cache[size])
    return table
