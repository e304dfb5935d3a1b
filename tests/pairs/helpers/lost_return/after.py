def _label(value: int) -> str | None:
    if value < 0:
        return "low"
    elif value > 100:
        return "high"
    elif value > 10:
        return "mid"
    return None


def classify_all(values: list[int]) -> list[str | None]:
    return [_label(value) for value in values]
