# verheal: check
# subject: Names.first_letters
# expect: refuted safety:IndexError | raises
# witness: list(Names([""]).first_letters())
from collections.abc import Iterator


class Names:
    def __init__(self, names: list[str]) -> None:
        self.names = names

    def first_letters(self) -> Iterator[str]:
        for name in self.names:
            if name is not None:
                yield name[0]
