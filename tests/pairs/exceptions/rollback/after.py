def apply_changes(levels: dict[str, int], changes: list[tuple[str, int]]) -> int:
    for name, _ in changes:
        if name not in levels:
            raise LookupError(name)
    for name, change in changes:
        levels[name] = levels[name] + change
    return len(changes)
