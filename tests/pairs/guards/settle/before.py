def settle(balance: int, amount: int, overdraft: bool) -> int:
    if amount >= 0:
        if amount <= balance:
            result = balance - amount
        else:
            if overdraft:
                result = balance - amount - 5
            else:
                raise ValueError("insufficient")
    else:
        raise TypeError("negative")
    return result
