def count_vowels(text: str) -> int:
    vowels = {"a", "e", "i", "o", "u"}
    count = 0
    for character in text:
        if character in vowels:
            count += 1
    return count
