def capitalised(word: str) -> str:
    if word == "":
        return word
    return word[0].upper() + word[1:].lower()
