def squeeze(values: list[int]) -> list[int]:
    result: list[int] = []
    for i in range(len(values)):
        if i == 0 or values[i] != values[i - 1]:
            result.append(values[i])
    return result
