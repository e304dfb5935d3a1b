def sum_of_squares(values: list[int]) -> int:
    odd = [value for value in values if value % 2 == 1]
    total = 0
    for value in odd:
        total += value**2
    return total
