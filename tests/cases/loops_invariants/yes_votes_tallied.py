# verheal: check
# subject: votes_tallied
# expect: proved
# why: the sum over all keys and the count of each are kept; each is shown without the other
def votes_tallied(ballots: list[int]) -> dict[int, int]:
    """
    post: sum(__return__.values()) == len(ballots)
    post: all(__return__[b] == ballots.count(b) for b in ballots)
    """
    found: dict[int, int] = {}
    for ballot in ballots:
        if ballot in found:
            found[ballot] += 1
        else:
            found[ballot] = 1
    return found
