# verheal: check
# subject: f
# expect: proved
# why: what a class method sets of `cls` is set of the class, and stands in the place of its methods


class Door:
    def state(self) -> int:
        return 1

    @classmethod
    def break_all(cls) -> None:
        cls.state_of_all = 2


def f(door: Door) -> int:
    """
    post: __return__ == 1
    """
    return door.state()
