def rank(entries: list[tuple[str, int]]) -> None:
    for i in range(len(entries)):
        lowest = i
        for j in range(i + 1, len(entries)):
            if entries[j][1] < entries[lowest][1]:
                lowest = j
        entries[i], entries[lowest] = entries[lowest], entries[i]
