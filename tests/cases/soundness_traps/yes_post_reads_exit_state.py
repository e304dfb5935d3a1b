# verheal: check
# subject: Account.withdraw
# expect: proved
class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance

    def withdraw(self, amount: int) -> None:
        """
        post: self.balance == __old__.self.balance - amount
        """
        self.balance -= amount
