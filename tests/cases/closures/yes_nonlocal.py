# verheal: check
# subject: running
# expect: proved
# why: every call adds its amount to the one variable
def running(amounts: list[int], opening: int) -> list[int]:
    balance = opening

    def book(amount: int) -> int:
        nonlocal balance
        balance += amount
        return balance

    history = [book(amount) for amount in amounts]
    assert balance == opening + sum(amounts)
    return history
