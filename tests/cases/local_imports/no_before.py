# verheal: check
# subject: f
# expect: refuted safety:UnboundLocalError
# witness: f("")
import html


def f(a: str) -> str:
    b = html.escape(a)
    import html

    return b
