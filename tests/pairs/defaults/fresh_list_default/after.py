def collect_positive(values: list[int], start: tuple[int, ...] | None = None) -> list[int]:
    head = [] if start is None else [*start]
    return head + [value for value in values if value > 0]
