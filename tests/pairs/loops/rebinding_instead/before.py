def compact_names(names: list[str]) -> int:
    names[:] = [name for name in names if name]
    return len(names)
