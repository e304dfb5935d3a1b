def fizz(limit: int) -> list[str]:
    words: list[str] = []
    for number in range(1, min(limit, 100) + 1):
        word = ""
        if not number % 3:
            word += "fizz"
        if not number % 5:
            word += "buzz"
        words.append(word or str(number))
    return words
