# verheal: check
# subject: f
# expect: proved
def f(data: bytes) -> int:
    try:
        return data[0]
    except IndexError:
        return 0
