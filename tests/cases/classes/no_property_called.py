# verheal: check
# subject: called_anyway
# expect: refuted type | raises | safety:TypeError
# witness: called_anyway(Metered(1))
# allow: unknown
# why: what a property gives is called, not the property


class Metered:
    def __init__(self, units: int) -> None:
        self._metered_units = units

    @property
    def metered_units(self) -> int:
        return self._metered_units


def called_anyway(one: Metered) -> int:
    return one.metered_units()
