# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f("")
# why: find gives -1 when there is nothing
def f(s: str) -> str:
    i = s.find("x")
    if i >= -1:
        return s[i]
    return ""
