def collatz_steps(number: int, limit: int = 40) -> int:
    if number <= 0:
        raise ValueError("positive")
    if limit <= 0 or limit > 40:
        return 0
    steps = 0
    while True:
        number = 3 * number + 1 if number % 2 else number // 2
        steps += 1
        if number == 1 or steps == limit:
            return steps
