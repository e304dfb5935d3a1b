def running_maximum(values: list[int]) -> list[int]:
    result: list[int] = []
    for value in values:
        if result and result[-1] > value:
            result.append(result[-1])
        else:
            result.append(value)
    return result
