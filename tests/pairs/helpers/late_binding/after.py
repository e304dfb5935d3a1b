def apply_offsets(offsets: list[int], value: int) -> list[int]:
    steps = [lambda value: value + offset for offset in offsets]
    return [step(value) for step in steps]
