# verheal: check
# subject: f
# expect: refuted raises | safety:ValueError
# witness: f({"a": [0, 0]})
def f(named: dict[str, list[int]]) -> int:
    named["z"] = [2 for text in ["a", "b"] if False]
    match named:
        case {"a": [*front, first, second]}:
            front = front.copy()
            front.insert(0, first)
            return max([n for n in range(second % 5)])
    return len(named["z"])
