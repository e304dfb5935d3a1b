# verheal: check
# subject: f
# expect: proved
def first(a: str) -> str:
    return a


def f(a: str) -> str:
    from textwrap import dedent

    return dedent(a)
