# verheal: check
# subject: called_anyway
# expect: proved


class Metered:
    def __init__(self, units: int) -> None:
        self._metered_units = units

    @property
    def metered_units(self) -> int:
        return self._metered_units


def called_anyway(one: Metered) -> int:
    return one.metered_units
