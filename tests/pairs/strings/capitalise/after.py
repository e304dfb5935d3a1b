def capitalised(word: str) -> str:
    return word.capitalize()
