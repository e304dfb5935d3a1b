# verheal: check
# subject: f
# expect: refuted type
# witness: f([3])
# why: a failed guard keeps what its pattern bound; the subject is no longer what the variable is
def f(items: list[int] | int) -> list[int]:
    match items:
        case [items] if items > 5:
            return [items]
        case list():
            return items
    return []
