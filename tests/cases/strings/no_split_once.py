# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f("==")
# why: without a bound there may be more than one split
def f(line: str) -> str:
    if "=" not in line:
        return ""
    name, value = line.split("=")
    return value.strip() or name
