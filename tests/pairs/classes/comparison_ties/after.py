class Version:
    def __init__(self, major: int, minor: int) -> None:
        self.major = major
        self.minor = minor

    def newer_than(self, other: "Version") -> bool:
        if self.major < other.major:
            return False
        return self.minor > other.minor
