# verheal: check
# subject: Names.first_letters
# expect: proved
from collections.abc import Iterator


class Names:
    def __init__(self, names: list[str]) -> None:
        self.names = names

    def first_letters(self) -> Iterator[str]:
        for name in self.names:
            if name:
                yield name[0]
