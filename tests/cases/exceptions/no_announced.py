# verheal: check
# subject: share
# expect: refuted safety:ZeroDivisionError | raises
# witness: share({'': 0}, '')
# why: what the docstring announces is not what is raised
def share(prices: dict[str, int], name: str) -> int:
    """The share.

    :raises KeyError: nobody knows it
    """
    return 100 // prices[name]
