def most_common(words: list[str]) -> str | None:
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    if not counts:
        return None
    return max(counts, key=lambda word: counts[word])
