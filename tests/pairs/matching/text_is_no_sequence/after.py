def leading(value: str | list[str]) -> str:
    match value:
        case [first, *_]:
            return first
        case _:
            return "?"
