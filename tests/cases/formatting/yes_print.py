# verheal: check
# subject: f
# expect: proved
def f(s: str, b: bool) -> None:
    print("hello", s, b, sep="")
