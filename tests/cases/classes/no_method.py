# verheal: check
# subject: Account.add
# expect: refuted assert
# witness: (lambda a: a.add(-1))(Account(0))
class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance

    def add(self, amount: int) -> None:
        old = self.balance
        if amount != 0:
            self.balance += amount
        assert self.balance >= old
