def to_binary(number: int) -> str:
    if not 0 <= number < 65536:
        raise ValueError("sixteen bits")
    if number < 2:
        return str(number)
    return to_binary(number // 2) + str(number % 2)
