# verheal: check
# subject: Watched.now_watched
# expect: refuted assert
# witness: Watched().now_watched()
class Watched:
    def __init__(self) -> None:
        self.watched_count = 0

    def shown(self) -> bool:
        return "watched_count" in self.__dict__ and vars(self).get("watched_count") is not None

    def now_watched(self) -> int:
        self.watched_count += 1
        assert self.watched_count > 1
        return self.watched_count
