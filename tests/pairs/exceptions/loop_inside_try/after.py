def parse_all(texts: list[str]) -> list[int]:
    numbers: list[int] = []
    try:
        for text in texts:
            numbers.append(int(text))
    except ValueError:
        pass
    return numbers
