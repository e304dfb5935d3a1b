# verheal: check
# subject: Rewound.advanced
# expect: refuted safety:AttributeError | raises
# witness: Rewound().advanced()
# why: the constructor names the method and does not call it


class Rewound:
    def __init__(self) -> None:
        self.rewind

    def rewind(self) -> None:
        self.rewound_place = 0

    def advanced(self) -> int:
        self.rewound_place += 1
        return self.rewound_place
