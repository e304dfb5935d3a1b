# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: a tuple that is not empty has a first item
def f(parts: tuple[str, ...]) -> str:
    return parts[0].strip() if parts else ""
