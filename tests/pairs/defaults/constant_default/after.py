from typing import Final

LIMIT: Final = 255


def bounded(values: list[int], low: int = 0, high: int = LIMIT) -> list[int]:
    result: list[int] = []
    for value in values:
        if value < low:
            value = low
        result.append(high if value > high else value)
    return result
