def most_common_last(words: list[str]) -> str:
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    ordered = sorted(counts.items(), key=lambda entry: entry[1])
    return ordered[-1][0] if ordered else ""
