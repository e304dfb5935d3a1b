# verheal: check
# subject: f
# expect: proved
# why: a separator that is there splits, and once at most
def f(line: str) -> str:
    if "=" not in line:
        return ""
    name, value = line.split("=", 1)
    return value.strip() or name
