# verheal: check
# subject: f
# expect: proved
# why: what is stored in the fields of objects of another class is not stored here
class Name:
    def __init__(self, text: str) -> None:
        self.text = text.strip()


class Number:
    def __init__(self, n: int) -> None:
        self.text = n

    def copy(self, other: "Number", k: int) -> None:
        other.text = k


def f(name: Name, number: Number) -> int:
    number.copy(number, 1)
    return len(name.text)
