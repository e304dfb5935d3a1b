def validate_order(quantities: dict[str, int], limit: int) -> int:
    if len(quantities) == 0:
        raise ValueError("nothing ordered")
    total = 0
    for name in quantities:
        quantity = quantities[name]
        if quantity < 1:
            raise ValueError(name)
        if quantity > limit:
            raise OverflowError(name)
        total += quantity
    return total
