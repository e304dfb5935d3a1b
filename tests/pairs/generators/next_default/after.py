def first_long(words: list[str], size: int) -> str | None:
    return next((word.upper() for word in words if not len(word) < size), None)
