def shift_letters(text: str, key: int) -> str:
    shifted: list[str] = []
    for character in text:
        if "a" <= character <= "z":
            shifted.append(chr((ord(character) - ord("a") + key) % 26 + ord("a")))
        else:
            shifted.append(character)
    return "".join(shifted)
