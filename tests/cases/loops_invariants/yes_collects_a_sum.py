# verheal: check
# subject: f
# expect: proved
def f(amount: int) -> list[int]:
    """
    pre: amount >= 0
    post: sum(__return__) == amount
    """
    coins: list[int] = []
    while amount > 0:
        if amount >= 5:
            coins.append(5)
            amount -= 5
        else:
            coins.append(1)
            amount -= 1
    return coins
