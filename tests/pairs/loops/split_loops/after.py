def apply_and_log(divisors: list[int]) -> list[int]:
    results: list[int] = []
    for divisor in divisors:
        results.append(1000 // divisor)
    for divisor in divisors:
        print("divided by", divisor)
    return results
