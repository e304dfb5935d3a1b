def apply_and_log(divisors: list[int]) -> list[int]:
    results: list[int] = []
    for divisor in divisors:
        result = 1000 // divisor
        print("divided by", divisor)
        results.append(result)
    return results
