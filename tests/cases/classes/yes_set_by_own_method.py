# verheal: check
# subject: Rewound.advanced
# expect: proved
# why: every way through the constructor runs the method that sets the field


class Rewound:
    def __init__(self) -> None:
        self.rewind()

    def rewind(self) -> None:
        self.rewound_place = 0

    def advanced(self) -> int:
        self.rewound_place += 1
        return self.rewound_place
