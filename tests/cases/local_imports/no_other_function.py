# verheal: check
# subject: f
# expect: refuted safety:NameError | raises
# witness: f("")
def first(a: str) -> str:
    from textwrap import dedent

    return dedent(a)


def f(a: str) -> str:
    return dedent(a)
