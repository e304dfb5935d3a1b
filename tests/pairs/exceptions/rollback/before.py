def apply_changes(levels: dict[str, int], changes: list[tuple[str, int]]) -> int:
    done: list[tuple[str, int]] = []
    try:
        for name, change in changes:
            levels[name] += change
            done.append((name, change))
    except KeyError:
        for name, change in reversed(done):
            levels[name] -= change
        raise LookupError("unknown level") from None
    return len(done)
