def inversions(values: list[int]) -> int:
    count = 0
    ordered: list[int] = []
    for value in values:
        position = len(ordered)
        while position > 0 and ordered[position - 1] > value:
            position -= 1
        count += len(ordered) - position
        ordered.insert(position, value)
    return count
