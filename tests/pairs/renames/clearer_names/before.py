def calc(p: int, r: int, n: int) -> list[int]:
    res: list[int] = []
    a = p
    for _ in range(min(n, 50)):
        a = a + a * r // 100
        res.append(a)
    return res
