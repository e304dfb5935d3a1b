def total_lengths(words: list[str]) -> int:
    total = 0
    for word in words:
        total += len(word.strip().lower())
    return total
