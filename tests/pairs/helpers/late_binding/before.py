from collections.abc import Callable


def _adder(offset: int) -> Callable[[int], int]:
    return lambda value: value + offset


def apply_offsets(offsets: list[int], value: int) -> list[int]:
    steps = [_adder(offset) for offset in offsets]
    return [step(value) for step in steps]
