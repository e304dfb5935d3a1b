# verheal: check
# subject: price
# expect: proved
# why: the docstring announces KeyError, nothing else can happen
def price(prices: dict[str, int], name: str) -> int:
    """The price.

    :raises KeyError: nobody knows it
    """
    return prices[name] + 1
