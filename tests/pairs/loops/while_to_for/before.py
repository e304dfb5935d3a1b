def digits_of(text: str) -> list[int]:
    found: list[int] = []
    i = 0
    while i < len(text):
        if "0" <= text[i] <= "9":
            found.append(ord(text[i]) - ord("0"))
        i += 1
    return found
