# verheal: check
# subject: f
# expect: proved
# why: finally runs on the way out of a return as well
def f(x: int, log: list[int]) -> int:
    n = len(log)
    try:
        if x > 0:
            return 1
    finally:
        log.append(x)
        assert len(log) == n + 1
    return 0
