def digit_sum(number: int) -> int:
    if not 0 <= number < 1_000_000:
        return -1
    if number < 10:
        return number
    return number % 10 + digit_sum(number // 10)
