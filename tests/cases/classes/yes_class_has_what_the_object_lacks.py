# verheal: check
# subject: Gauge.__init__
# expect: proved
class Gauge:
    gauge_reading = 0

    def __init__(self, known: bool) -> None:
        if known:
            self.gauge_reading = 1
        assert self.gauge_reading == 1 or not known
