def digit_sum(number: int) -> int:
    if number < 0 or number >= 1_000_000:
        return -1
    total = 0
    while number > 0:
        number, digit = divmod(number, 10)
        total += digit
    return total
