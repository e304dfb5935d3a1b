def first_or_none(values: list[int] | None, default: int) -> int:
    match values:
        case [first, *_]:
            return first
        case []:
            return -1
        case None:
            return default
