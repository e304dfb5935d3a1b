def find_sorted(values: list[int], wanted: int) -> int:
    def search(low: int, high: int) -> int:
        if low >= high:
            return -1
        middle = (low + high) // 2
        if values[middle] == wanted:
            return middle
        if values[middle] < wanted:
            return search(middle + 1, high)
        return search(low, middle)

    return search(0, len(values))
