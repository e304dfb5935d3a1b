def discount(total: int, member: bool, orders: int) -> int:
    rate = 0
    if member and orders > 50:
        rate = 15
    elif member and orders > 10:
        rate = 10
    return total - total * rate // 100
