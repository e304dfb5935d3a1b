def digits_of(text: str) -> list[int]:
    found: list[int] = []
    for character in text:
        code = ord(character) - 48
        if 0 <= code < 10:
            found.append(code)
    return found
