# verheal: check
# subject: up_to_last_gap
# expect: refuted safety:ValueError | raises
# witness: up_to_last_gap((1,))
# why: where no row is empty there is no last one
def up_to_last_gap(rows: tuple[int, ...]) -> int:
    places = (at for at, row in enumerate(rows) if not row)
    last = max(places)
    return 1 // (last + 1)
