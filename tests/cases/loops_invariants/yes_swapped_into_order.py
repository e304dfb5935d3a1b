# verheal: check
# subject: swapped_into_order
# expect: proved
def swapped_into_order(xs: list[int]) -> None:
    """
    post[xs]: all(xs[i] <= xs[i + 1] for i in range(len(xs) - 1))
    post[xs]: len(xs) == len(__old__.xs)
    """
    for i in range(1, len(xs)):
        j = i
        while j > 0 and xs[j - 1] > xs[j]:
            xs[j - 1], xs[j] = xs[j], xs[j - 1]
            j -= 1
