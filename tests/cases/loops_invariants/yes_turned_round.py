# verheal: check
# subject: turned_round
# expect: proved
def turned_round(xs: list[int]) -> None:
    """
    post[xs]: len(xs) == len(__old__.xs)
    post[xs]: all(xs[i] == __old__.xs[len(xs) - 1 - i] for i in range(len(xs)))
    """
    i, j = 0, len(xs) - 1
    while i < j:
        xs[i], xs[j] = xs[j], xs[i]
        i += 1
        j -= 1
