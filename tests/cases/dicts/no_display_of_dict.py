# verheal: check
# subject: f
# expect: refuted post
# witness: f({"a": 2}, "a")
def f(prices: dict[str, int], name: str) -> dict[str, int]:
    """
    post: __return__ == {name: 1, **prices} and prices != {} or len(prices) == 0
    """
    found = dict(prices)
    found[name] = 1
    return found
