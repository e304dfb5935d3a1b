# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: find gives -1 when there is nothing
def f(s: str) -> str:
    i = s.find("x")
    if i >= 0:
        return s[i]
    return ""
