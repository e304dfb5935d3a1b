def leading(value: str | list[str]) -> str:
    if len(value) > 0:
        return value[0]
    return "?"
