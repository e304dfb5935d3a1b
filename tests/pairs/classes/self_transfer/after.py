class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance

    def transfer(self, other: "Account", amount: int) -> bool:
        if amount > self.balance:
            return False
        remaining, increased = self.balance - amount, other.balance + amount
        self.balance = remaining
        other.balance = increased
        return True
