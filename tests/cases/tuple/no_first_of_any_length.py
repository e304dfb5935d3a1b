# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f(())
def f(parts: tuple[str, ...]) -> str:
    return parts[0].strip()
