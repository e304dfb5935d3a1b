# verheal: check
# subject: f
# expect: refuted type
# witness: f("a")
def f(a: str) -> str:
    from shlex import quote

    if a:
        quote = len
    return quote(a)
