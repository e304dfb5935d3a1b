# verheal: check
# subject: f
# expect: refuted post
# witness: (lambda a: f(a, a, 1))(Purse(3))
# why: who owns half of each may have been given one of which it owns both halves
from nagini_contracts.contracts import Acc, Ensures, Old, Requires


class Purse:
    def __init__(self, coins: int) -> None:
        Ensures(Acc(self.coins) and self.coins == coins)
        self.coins = coins


def f(a: Purse, b: Purse, n: int) -> None:
    Requires(Acc(a.coins, 1 / 2) and Acc(b.coins, 1 / 2))
    Ensures(a.coins == Old(a.coins) - n and b.coins == Old(b.coins) + n)
    a.coins -= n
    b.coins += n
