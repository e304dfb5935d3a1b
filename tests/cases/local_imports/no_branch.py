# verheal: check
# subject: f
# expect: refuted safety:UnboundLocalError
# witness: f("")
def f(a: str) -> str:
    if a:
        from html import escape
    return escape(a)
