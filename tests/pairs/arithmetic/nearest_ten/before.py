def nearest_ten(value: int) -> int:
    return (value + 5) // 10 * 10
