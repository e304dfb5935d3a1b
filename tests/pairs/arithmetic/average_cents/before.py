def average_cents(amounts: list[int]) -> int:
    if not amounts:
        return 0
    return sum(amounts) // len(amounts)
