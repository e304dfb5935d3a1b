def to_binary(number: int) -> str:
    if not 0 <= number < 65536:
        raise ValueError("sixteen bits")
    digits = ""
    while number:
        digits = str(number % 2) + digits
        number //= 2
    return digits
