# verheal: check
# subject: f
# expect: refuted assert
# witness: f(-1)
# why: less than no copies are none
def f(times: int) -> str:
    if times > 100:
        return ""
    made = "ab" * times
    assert len(made) == 2 * times
    return made
