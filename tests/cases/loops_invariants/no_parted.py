# verheal: check
# subject: parted
# expect: refuted post
# witness: parted([1], 1)
def parted(xs: list[int], pivot: int) -> int:
    """
    post[xs]: 0 <= __return__ <= len(xs)
    post[xs]: all(xs[k] < pivot for k in range(__return__))
    post[xs]: all(xs[k] >= pivot for k in range(__return__, len(xs)))
    """
    store = 0
    for i in range(len(xs)):
        if xs[i] <= pivot:
            xs[i], xs[store] = xs[store], xs[i]
            store += 1
    return store
