def drop_zeros(values: list[int]) -> None:
    i = 0
    while i < len(values):
        if values[i] == 0:
            del values[i]
        else:
            i += 1
