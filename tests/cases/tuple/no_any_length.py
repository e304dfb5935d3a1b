# verheal: check
# subject: second
# expect: refuted safety:IndexError | raises
# witness: second((0, 1))
def second(parts: tuple[int, ...]) -> int:
    rest = parts[1:]
    return rest[1] if len(parts) >= 2 else 0
