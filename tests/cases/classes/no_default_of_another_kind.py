# verheal: check
# subject: Stack.height_here
# expect: refuted safety:TypeError | raises
# witness: Stack().height_here()
# why: what a class body binds is there, whatever is written of it


class Stack:
    stacked_height: int = []  # type: ignore[assignment]

    def height_here(self) -> int:
        return self.stacked_height + 1
