# verheal: check
# subject: f
# expect: proved
def f(prices: dict[str, int], name: str) -> dict[str, int]:
    """
    post: __return__ == {**prices, name: 1} and prices != {} or len(prices) == 0
    """
    found = dict(prices)
    found[name] = 1
    return found
