def classify_all(values: list[int]) -> list[str | None]:
    labels: list[str | None] = []
    for value in values:
        if value < 0:
            labels.append("low")
        elif value > 100:
            labels.append("high")
        else:
            labels.append("mid")
    return labels
