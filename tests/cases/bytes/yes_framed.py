# verheal: check
# subject: framed
# expect: proved
def framed(payload: bytes) -> bytes:
    """
    pre: len(payload) < 256
    post: __return__[0] == len(payload)
    post: __return__[1:] == payload
    """
    return bytes([len(payload)]) + payload
