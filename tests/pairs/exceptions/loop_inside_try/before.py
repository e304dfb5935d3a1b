def parse_all(texts: list[str]) -> list[int]:
    numbers: list[int] = []
    for text in texts:
        try:
            numbers.append(int(text))
        except ValueError:
            continue
    return numbers
