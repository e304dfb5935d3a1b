# verheal: check
# subject: f
# expect: proved
def f(a: str) -> str:
    from shlex import quote

    if a:
        a = "b"
    return quote(a)
