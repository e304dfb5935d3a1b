class Account:
    def __init__(self, balance: int, limit: int) -> None:
        self.balance = balance
        self.limit = limit
        self.history: list[int] = []

    def deposit(self, amount: int) -> None:
        if amount <= 0:
            raise ValueError("amount")
        self.balance += amount
        self.history.append(amount)

    def withdraw(self, amount: int) -> int:
        if amount <= 0:
            raise ValueError("amount")
        if self.balance - amount < -self.limit:
            raise ArithmeticError("limit")
        self.balance -= amount
        self.history.append(-amount)
        return self.balance
