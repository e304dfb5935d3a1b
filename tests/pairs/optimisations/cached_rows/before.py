def _row(size: int) -> list[int]:
    return [i * i for i in range(min(size, 20))]


def build_table(sizes: list[int]) -> list[list[int]]:
    return [_row(size) for size in sizes]
