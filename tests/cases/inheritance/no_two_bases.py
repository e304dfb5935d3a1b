# verheal: check
# subject: Both.both_sum
# expect: refuted assert
# witness: Both().both_sum()
# why: super() in Left is not Above for an object of Both, but Right


class Above:
    def two_bases_weight(self) -> int:
        return 1


class Left(Above):
    def two_bases_weight(self) -> int:
        return super().two_bases_weight() + 10


class Right(Above):
    def two_bases_weight(self) -> int:
        return 2


class Both(Left, Right):
    def both_sum(self) -> int:
        found = self.two_bases_weight()
        assert found == 11
        return found
