"""Version numbers such as 3.11."""
from __future__ import annotations


class Version:
    def __init__(self, major: int, minor: int = 0) -> None:
        assert major >= 0
        assert minor >= 0
        self.major: int = major
        self.minor: int = minor
        assert (self.major, self.minor) >= (0, 0)

    @staticmethod
    def parse(text: str) -> Version:
        assert text.count(".") == 1
        major, minor = text.split(".")
        if major.startswith("-") or minor.startswith("-"):
            raise ValueError("negative version")
        return Version(int(major), int(minor))

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, Version) and (self.major, self.minor) == (other.major, other.minor)
        assert same or self is not other
        return same

    def __lt__(self, other: Version) -> bool:
        less = self.major < other.major or self.minor < other.minor
        assert not less or (self.major, self.minor) < (other.major, other.minor)
        return less
