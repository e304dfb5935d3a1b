def total_lengths(words: list[str]) -> int:
    cache: dict[str, int] = {}
    total = 0
    for word in words:
        if word not in cache:
            cache[word] = len(word.strip().lower())
        total += cache[word]
    return total
