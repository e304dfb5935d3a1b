# verheal: check
# subject: Stack.height_here
# expect: proved


class Stack:
    stacked_height: int = 0

    def height_here(self) -> int:
        return self.stacked_height + 1
