# verheal: check
# subject: up_to_last_gap
# expect: proved
# why: the generator is made and run over in one go; the default stands in where nothing is left
def up_to_last_gap(rows: tuple[int, ...]) -> int:
    places = (at for at, row in enumerate(rows) if not row)
    last = max(places, default=0)
    return 1 // (last + 1)
