def squeeze(values: list[int]) -> list[int]:
    result = values[:1]
    for value in values[1:]:
        if value != result[-1]:
            result.append(value)
    return result
