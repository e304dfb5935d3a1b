# verheal: check
# subject: f
# expect: refuted post
# witness: f(4)
def f(amount: int) -> list[int]:
    """
    pre: amount >= 0
    post: sum(__return__) == amount
    """
    coins: list[int] = []
    while amount > 0:
        if amount >= 4:
            coins.append(5)
            amount -= 5
        else:
            coins.append(1)
            amount -= 1
    return coins
