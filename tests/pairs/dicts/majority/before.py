def most_common(words: list[str]) -> str | None:
    best: str | None = None
    most = 0
    for word in words:
        count = 0
        for other in words:
            if other == word:
                count += 1
        if count > most:
            best, most = word, count
    return best
