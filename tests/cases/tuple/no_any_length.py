# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f(("a",), "a")
# why: a slice may start behind the end, an index may not
def f(parts: tuple[str, ...], more: str) -> tuple[str, ...]:
    kept = [part.strip() for part in parts if part]
    if more in parts or len(parts) > 3:
        return (parts[1],)
    return tuple(part.lower() for part in kept)
