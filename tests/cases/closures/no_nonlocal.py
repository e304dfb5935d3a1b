# verheal: check
# subject: running
# expect: refuted assert
# witness: running([1], 0)
# why: what is set there is a variable of the inner function
def running(amounts: list[int], opening: int) -> list[int]:
    balance = opening

    def book(amount: int) -> int:
        balance = opening + amount
        return balance

    history = [book(amount) for amount in amounts]
    assert balance == opening + sum(amounts)
    return history
