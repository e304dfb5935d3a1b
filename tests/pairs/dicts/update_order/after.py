def touch(cache: dict[str, int], key: str) -> dict[str, int]:
    cache[key] = cache.pop(key, 0) + 1
    return cache
