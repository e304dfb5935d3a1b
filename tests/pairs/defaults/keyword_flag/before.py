def filter_words(words: list[str], shortest: int = 1) -> list[str]:
    kept: list[str] = []
    for word in words:
        if len(word) >= shortest:
            kept.append(word)
    return kept
