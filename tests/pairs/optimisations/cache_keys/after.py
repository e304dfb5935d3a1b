def type_names(values: list[int | bool | str]) -> list[str]:
    cache: dict[int | bool | str, str] = {}
    names: list[str] = []
    for value in values:
        if value not in cache:
            cache[value] = type(value).__name__ + ":" + str(value)
        names.append(cache[value])
    return names
