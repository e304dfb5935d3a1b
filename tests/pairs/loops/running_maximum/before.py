def running_maximum(values: list[int]) -> list[int]:
    result: list[int] = []
    for i in range(len(values)):
        top = values[0]
        for j in range(i + 1):
            if values[j] > top:
                top = values[j]
        result.append(top)
    return result
