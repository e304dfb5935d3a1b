# verheal: check
# subject: stored
# expect: refuted post
# witness: stored(1)
# why: the octets are in the other order
def stored(number: int) -> bytes:
    """
    pre: 0 <= number < 2**16
    post: int.from_bytes(__return__, "big") == number
    """
    return number.to_bytes(2, "little")
