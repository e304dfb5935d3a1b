# verheal: check
# subject: port
# expect: proved
# why: nobody gets hold of the dict, so it is what is written
PLAIN_PORTS = {"http": 80, "https": 443}


def port(scheme: str) -> int:
    found = PLAIN_PORTS.get(scheme)
    assert found in (None, 80, 443)
    return PLAIN_PORTS["http"] if found is None else found
