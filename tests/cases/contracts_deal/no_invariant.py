# verheal: check
# subject: Purse.pay
# expect: refuted invariant
# witness: Purse(0).pay(1)
import deal


@deal.inv(lambda self: self.coins >= 0)
class Purse:
    @deal.pre(lambda self, coins: coins >= 0)
    def __init__(self, coins: int) -> None:
        self.coins = coins

    @deal.pre(lambda self, n: n >= 0)
    def pay(self, n: int) -> bool:
        if n > self.coins:
            self.coins -= n
            return True
        return False
