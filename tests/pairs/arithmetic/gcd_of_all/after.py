def gcd_all(values: list[int]) -> int:
    result = 0
    for value in values:
        rest = abs(value)
        while rest:
            result, rest = rest, result % rest
    return result
