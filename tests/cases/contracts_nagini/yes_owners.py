# verheal: check
# subject: f
# expect: proved
from nagini_contracts.contracts import Acc, Ensures, Old, Requires


class Purse:
    def __init__(self, coins: int) -> None:
        Ensures(Acc(self.coins) and self.coins == coins)
        self.coins = coins


def f(a: Purse, b: Purse, n: int) -> None:
    Requires(Acc(a.coins) and Acc(b.coins))
    Ensures(a.coins == Old(a.coins) - n and b.coins == Old(b.coins) + n)
    a.coins -= n
    b.coins += n
