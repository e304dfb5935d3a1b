# verheal: check
# subject: f
# expect: proved
def f(digits: list[int]) -> int:
    """
    pre: all(0 <= digit < 10 for digit in digits)
    post: __return__ >= 0
    """
    return sum(digit * 10**i for i, digit in enumerate(digits))
