# verheal: check
# subject: sum_of_products
# expect: proved
def sum_of_products(xs: list[int], ys: list[int]) -> int:
    """
    pre: len(xs) == len(ys)
    post: __return__ == sum(xs[i] * ys[i] for i in range(len(xs)))
    """
    total = 0
    for x, y in zip(xs, ys):
        total += x * y
    return total
