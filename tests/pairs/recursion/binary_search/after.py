def find_sorted(values: list[int], wanted: int) -> int:
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        candidate = values[middle]
        if candidate < wanted:
            low = middle + 1
        elif candidate > wanted:
            high = middle
        else:
            return middle
    return -1
