class Account:
    def __init__(self, balance: int, limit: int) -> None:
        self.balance = balance
        self.limit = limit
        self.history: list[int] = []

    def _book(self, amount: int) -> None:
        self.history.append(amount)
        self.balance += amount

    def deposit(self, amount: int) -> None:
        if amount <= 0:
            raise ValueError("amount")
        self._book(amount)

    def withdraw(self, amount: int) -> int:
        if amount <= 0:
            raise ValueError("amount")
        if amount > self.balance + self.limit:
            raise ArithmeticError("over the limit")
        self._book(-amount)
        return self.balance
