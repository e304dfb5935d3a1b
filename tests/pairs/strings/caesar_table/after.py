ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def shift_letters(text: str, key: int) -> str:
    cut = key % 26
    return text.translate(str.maketrans(ALPHABET, ALPHABET[cut:] + ALPHABET[:cut]))
