def filter_words(words: list[str], shortest: int = 1, *, unique: bool = False) -> list[str]:
    kept: list[str] = []
    for word in words:
        if len(word) < shortest or (unique and word in kept):
            continue
        kept.append(word)
    return kept
