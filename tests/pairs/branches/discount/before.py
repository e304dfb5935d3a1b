def discount(total: int, member: bool, orders: int) -> int:
    rate = 0
    if member:
        if orders > 50:
            rate = 15
        elif orders > 10:
            rate = 10
        else:
            rate = 5
    return total - total * rate // 100
