# verheal: check
# subject: framed
# expect: refuted raises | safety:ValueError
# witness: framed(bytes(256))
# why: the greatest octet is 255
def framed(payload: bytes) -> bytes:
    """
    pre: len(payload) < 257
    post: __return__[0] == len(payload)
    post: __return__[1:] == payload
    """
    return bytes([len(payload)]) + payload
