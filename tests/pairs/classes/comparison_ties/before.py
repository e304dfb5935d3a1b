class Version:
    def __init__(self, major: int, minor: int) -> None:
        self.major = major
        self.minor = minor

    def newer_than(self, other: "Version") -> bool:
        return (self.major, self.minor) > (other.major, other.minor)
