def first_long(words: list[str], size: int) -> str | None:
    for word in words:
        if len(word) >= size:
            return word.upper()
    return None
