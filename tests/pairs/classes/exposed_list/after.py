class Team:
    def __init__(self, members: list[str]) -> None:
        self.members = list(members)

    def names(self) -> list[str]:
        return self.members
