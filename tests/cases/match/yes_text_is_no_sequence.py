# verheal: check
# subject: first
# expect: proved
def first(x: str | tuple[str, str]) -> str:
    match x:
        case [a, _]:
            return a
        case _:
            assert isinstance(x, str)
            return x
