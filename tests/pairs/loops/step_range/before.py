def every_third(values: list[int], start: int) -> list[int]:
    picked: list[int] = []
    i = start
    while i < len(values):
        if i >= 0:
            picked.append(values[i])
        i += 3
    return picked
