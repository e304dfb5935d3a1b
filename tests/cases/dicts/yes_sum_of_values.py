# verheal: check
# subject: f
# expect: proved
def f(accounts: dict[str, int], source: str, target: str, amount: int) -> None:
    """
    pre: source in accounts and target in accounts
    post[accounts]: sum(accounts.values()) == sum(__old__.accounts.values())
    """
    accounts[source] -= amount
    accounts[target] += amount
