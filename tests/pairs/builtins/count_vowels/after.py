def count_vowels(text: str) -> int:
    return sum(character in "aeiou" for character in text)
