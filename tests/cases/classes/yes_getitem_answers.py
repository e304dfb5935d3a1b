# verheal: check
# subject: Shelf.__getitem__
# expect: proved
# why: the data model lets __getitem__ say KeyError
class Shelf:
    def __init__(self, books: dict[str, int]) -> None:
        self.shelf_books: dict[str, int] = books

    def __getitem__(self, title: str) -> int:
        return self.shelf_books[title]
