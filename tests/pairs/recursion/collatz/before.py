def collatz_steps(number: int, limit: int = 40) -> int:
    if number <= 0:
        raise ValueError("positive")
    if number == 1 or limit <= 0 or limit > 40:
        return 0
    following = number // 2 if number % 2 == 0 else 3 * number + 1
    return 1 + collatz_steps(following, limit - 1)
