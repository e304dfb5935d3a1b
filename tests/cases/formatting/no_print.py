# verheal: check
# subject: f
# expect: refuted safety:ValueError | raises
# witness: f("", 10**5000)
def f(s: str, b: int) -> None:
    print("hello", s, b, sep="")
