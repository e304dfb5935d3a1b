def request_kind(request: dict[str, int]) -> str:
    if list(request) == ["id"]:
        return "lookup"
    if not request:
        return "empty"
    return "invalid"
