# verheal: check
# subject: f
# expect: proved
def f(items: list[int] | int) -> list[int]:
    match items:
        case [item] if item > 5:
            return [item]
        case list():
            return items
    return []
