def kind_of(value: int | bool | str) -> str:
    match value:
        case 1:
            return "one"
        case bool():
            return "flag"
        case str():
            return "text"
        case _:
            return "number"
