# verheal: check
# subject: first
# expect: refuted assert
# witness: first("ab")
def first(x: str | tuple[str, str]) -> str:
    match x:
        case [a, _]:
            return a
        case _:
            assert len(x) != 2
            return str(x)
