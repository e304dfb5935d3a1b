def longest_word(words: list[str]) -> str:
    return max(words, key=len, default="")
