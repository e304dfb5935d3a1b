# verheal: check
# subject: port_of
# expect: proved
def port_of(packet: bytes) -> int:
    """
    pre: len(packet) >= 3
    post: 0 <= __return__ <= 0xFFFF
    """
    return int.from_bytes(packet[1:3], "big")
