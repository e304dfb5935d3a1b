def settle(balance: int, amount: int, overdraft: bool) -> int:
    if amount < 0:
        raise TypeError("negative amount")
    remaining = balance - amount
    if remaining >= 0:
        return remaining
    if not overdraft:
        raise ValueError("insufficient funds")
    return remaining - 5
