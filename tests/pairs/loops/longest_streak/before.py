def longest_rise(values: list[int]) -> int:
    best = current = 0
    for i in range(len(values)):
        if i > 0 and values[i] > values[i - 1]:
            current += 1
        else:
            current = 1
        if current > best:
            best = current
    return best
