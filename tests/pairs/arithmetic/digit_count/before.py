def digit_count(number: int) -> int:
    number = abs(number)
    digits = 1
    while number >= 10:
        number //= 10
        digits += 1
    return digits
