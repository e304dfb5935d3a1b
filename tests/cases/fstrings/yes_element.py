# verheal: check
# subject: f
# expect: proved
def f(names: list[str]) -> str:
    if len(names) > 0:
        return f"Dear {names[0]}"
    return "Hello"
