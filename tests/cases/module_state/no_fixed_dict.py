# verheal: check
# subject: port
# expect: refuted assert
# witness: port("https")
PLAIN_PORTS = {"http": 80, "https": 443}


def port(scheme: str) -> int:
    found = PLAIN_PORTS.get(scheme)
    assert found in (None, 80, 444)
    return PLAIN_PORTS["http"] if found is None else found
