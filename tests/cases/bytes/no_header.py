# verheal: check
# subject: port_of
# expect: refuted post
# witness: port_of(bytes([0, 255, 255, 255]))
# why: without an end the slice holds all that follows
def port_of(packet: bytes) -> int:
    """
    pre: len(packet) >= 3
    post: 0 <= __return__ <= 0xFFFF
    """
    return int.from_bytes(packet[1:], "big")
