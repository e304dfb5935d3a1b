# verheal: check
# subject: f
# expect: proved
def f(named: dict[str, list[int]]) -> int:
    named["z"] = [2 for text in ["a", "b"] if False]
    match named:
        case {"a": [*front, first, second]}:
            front = front.copy()
            front.insert(0, first)
            return max([n for n in range(second % 5)], default=0)
    return len(named["z"])
