# verheal: check
# subject: f
# expect: proved
# why: of a tuple of any length the type of the items is known, and that it is not written to
def f(parts: tuple[str, ...], more: str) -> tuple[str, ...]:
    kept = [part.strip() for part in parts if part]
    if more in parts or len(parts) > 3:
        return parts[1:]
    return tuple(part.lower() for part in kept)
