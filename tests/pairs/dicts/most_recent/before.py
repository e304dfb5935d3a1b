def most_common_last(words: list[str]) -> str:
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    best = ""
    for word, count in counts.items():
        if count > counts.get(best, 0):
            best = word
    return best
