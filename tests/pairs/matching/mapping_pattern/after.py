def request_kind(request: dict[str, int]) -> str:
    match request:
        case {"id": _}:
            return "lookup"
        case {}:
            return "empty" if not request else "invalid"
