# verheal: check
# subject: f
# expect: proved
# why: what is known after a loop is why it was left
def f(n: int) -> int:
    i = 0
    while True:
        if i >= n:
            break
        i += 1
    assert i >= n
    return i
