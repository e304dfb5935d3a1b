# verheal: check
# subject: f
# expect: refuted safety:RuntimeError
# witness: f({1})
def f(s: set[int]) -> None:
    for x in s:
        s.add(x + 1)
