# verheal: check
# subject: Account.add
# expect: proved
class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance

    def add(self, amount: int) -> None:
        old = self.balance
        if amount > 0:
            self.balance += amount
        assert self.balance >= old
