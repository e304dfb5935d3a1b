def count_words(text: str) -> int:
    count = 0
    for word in text.split():
        if word != "-":
            count += 1
    return count
