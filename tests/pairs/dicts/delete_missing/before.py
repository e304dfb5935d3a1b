def forget(cache: dict[str, int], names: list[str]) -> int:
    for name in names:
        cache.pop(name, None)
    return len(cache)
