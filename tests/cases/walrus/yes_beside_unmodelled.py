# verheal: check
# subject: f
# expect: proved
# why: what is not modelled stands beside the :=, not around it
def f(s: str) -> int:
    if (n := len(s)) > 3 and s.count("a") > n:
        n = 0
    assert n >= 0
    return n
