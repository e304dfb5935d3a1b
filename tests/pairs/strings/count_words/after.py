def count_words(text: str) -> int:
    if not text.strip():
        return 0
    return sum(1 for word in text.strip().split(" ") if word != "-")
