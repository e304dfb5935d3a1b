# verheal: check
# subject: Account.take
# expect: proved
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
        pre: 0 <= amount <= self.balance
        """
        self.balance -= amount
