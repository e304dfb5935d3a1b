# verheal: check
# subject: f
# expect: refuted assert
# witness: f(-1, "")
# why: less than no copies are none
def f(level: int, text: str) -> str:
    if not -1 <= level < 100:
        return text
    made = " " * (4 * level) + text
    assert len(made) == 4 * level + len(text)
    return made[::-1]
