# verheal: check
# subject: f
# expect: refuted type
# witness: f([1])
# why: 10**-1 is a float
def f(digits: list[int]) -> int:
    """
    pre: all(0 <= digit < 10 for digit in digits)
    post: __return__ >= 0
    """
    return sum(digit * 10**i for i, digit in enumerate(digits, -1))
