def digit_count(number: int) -> int:
    return len(str(abs(number)))
