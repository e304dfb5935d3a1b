# verheal: check
# subject: f
# expect: refuted assert
# witness: (lambda a: f(a, a))([1])
def f(src: list[int], dst: list[int]) -> int:
    assert len(src) > 0
    n = len(dst)
    dst.append(src.pop())
    assert len(dst) == n + 1
    return n
