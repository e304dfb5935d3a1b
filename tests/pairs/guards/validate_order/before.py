def validate_order(quantities: dict[str, int], limit: int) -> int:
    if not quantities:
        raise ValueError("empty order")
    total = 0
    for name, quantity in quantities.items():
        if quantity > 0:
            if quantity <= limit:
                total += quantity
            else:
                raise OverflowError(name)
        else:
            raise ValueError(name)
    return total
