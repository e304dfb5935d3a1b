# verheal: check
# subject: Rack.__getitem__
# expect: refuted safety:ZeroDivisionError | raises
# witness: Rack({'': 0})['']
# why: ZeroDivisionError is no answer of __getitem__
class Rack:
    def __init__(self, books: dict[str, int]) -> None:
        self.rack_books: dict[str, int] = books

    def __getitem__(self, title: str) -> int:
        return 12 // self.rack_books[title]
