# verheal: check
# subject: f
# expect: proved
def f(src: list[int], dst: list[int]) -> int:
    assert len(src) > 0
    n = len(dst)
    dst.append(src.pop())
    assert len(dst) == n + 1 or src is dst
    return n
