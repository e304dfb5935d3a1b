def pairwise_difference(values: list[int]) -> list[int]:
    result: list[int] = []
    i = 0
    while True:
        try:
            result.append(values[i + 1] - values[i])
        except IndexError:
            return result
        i += 1
