def count_primes(values: list[int]) -> int:
    count = 0
    for value in values:
        if value < 2 or value > 500:
            continue
        prime = True
        for divisor in range(2, value):
            if value % divisor == 0:
                prime = False
                break
        if prime:
            count += 1
    return count
