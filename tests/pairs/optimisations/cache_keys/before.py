def type_names(values: list[int | bool | str]) -> list[str]:
    names: list[str] = []
    for value in values:
        names.append(type(value).__name__ + ":" + str(value))
    return names
