# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f(Name(""), Number(0))
class Name:
    def __init__(self, text: str) -> None:
        self.text = text.strip()


class Number:
    def __init__(self, n: int) -> None:
        self.text = n

    def copy(self, other: "Name", k: int) -> None:
        other.text = k


def f(name: Name, number: Number) -> int:
    number.copy(name, 1)
    return len(name.text)
