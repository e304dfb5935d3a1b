# verheal: check
# subject: Account.take
# expect: refuted invariant
# witness: (lambda a: a.take(1))(Account(0))
class Account:
    """
    inv: self.balance >= 0
    """

    def __init__(self, balance: int) -> None:
        """
        pre: balance >= 0
        """
        self.balance = balance

    def take(self, amount: int) -> None:
        """
        pre: 0 <= amount
        """
        self.balance -= amount
