# verheal: check
# subject: f
# expect: refuted post
# witness: f({"": 0}, "", "", 1)
def f(accounts: dict[str, int], source: str, target: str, amount: int) -> None:
    """
    pre: source in accounts and target in accounts
    post[accounts]: sum(accounts.values()) == sum(__old__.accounts.values())
    """
    more = accounts[target] + amount
    accounts[source] -= amount
    accounts[target] = more
