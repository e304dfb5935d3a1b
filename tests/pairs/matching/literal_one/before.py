def kind_of(value: int | bool | str) -> str:
    if isinstance(value, bool):
        return "flag"
    if value == 1:
        return "one"
    if isinstance(value, str):
        return "text"
    return "number"
