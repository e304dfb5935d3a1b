class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance

    def transfer(self, other: "Account", amount: int) -> bool:
        if amount > self.balance:
            return False
        self.balance -= amount
        other.balance += amount
        return True
