"""A playlist with a cursor."""
from __future__ import annotations


class Playlist:
    """Track numbers; those before the cursor have been played.

    inv: 0 <= self.cursor <= len(self.tracks)
    """

    def __init__(self, tracks: list[int]) -> None:
        """
        post: len(self.tracks) == len(tracks)
        """
        self.tracks: list[int] = list(tracks)
        self.cursor: int = 0

    def __contains__(self, track: int) -> bool:
        """
        post: __return__ == any(t == track for t in self.tracks)
        """
        return track in self.tracks

    def __getitem__(self, index: int) -> int:
        """
        post: __return__ in self.tracks
        raises: IndexError
        """
        return self.tracks[index]

    @property
    def remaining(self) -> int:
        """
        post: 0 <= __return__ <= len(self.tracks)
        """
        return len(self.tracks) - self.cursor

    def skip(self, count: int = 1) -> None:
        """
        pre: count > 0
        """
        if self.cursor < len(self.tracks):
            self.cursor += count

    def drop(self, track: int) -> None:
        """Take a track out of the list.

        pre: track in self.tracks
        """
        self.tracks.remove(track)
