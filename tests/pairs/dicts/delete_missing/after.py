def forget(cache: dict[str, int], names: list[str]) -> int:
    if not names:
        return len(cache)
    for name in names:
        del cache[name]
    return len(cache)
