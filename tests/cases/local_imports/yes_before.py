# verheal: check
# subject: f
# expect: proved
import html


def f(a: str) -> str:
    import html

    b = html.escape(a)
    return b
