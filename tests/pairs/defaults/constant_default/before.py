from typing import Final

LIMIT: Final = 255


def bounded(values: list[int], low: int = 0) -> list[int]:
    return [min(max(value, low), LIMIT) for value in values]
