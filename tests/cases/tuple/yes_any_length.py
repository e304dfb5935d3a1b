# verheal: check
# subject: second
# expect: proved
def second(parts: tuple[int, ...]) -> int:
    rest = parts[1:]
    return rest[0] if len(parts) >= 2 else 0
