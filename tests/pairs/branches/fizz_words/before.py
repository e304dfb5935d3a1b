def fizz(limit: int) -> list[str]:
    words: list[str] = []
    for number in range(1, min(limit, 100) + 1):
        if number % 15 == 0:
            words.append("fizzbuzz")
        elif number % 3 == 0:
            words.append("fizz")
        elif number % 5 == 0:
            words.append("buzz")
        else:
            words.append(str(number))
    return words
