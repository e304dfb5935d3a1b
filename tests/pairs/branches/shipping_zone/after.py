def shipping_zone(distance: int, express: bool) -> str:
    if distance < 0:
        raise ValueError("distance must not be negative")
    name = "abroad"
    for limit, zone in ((10, "local"), (100, "regional"), (1000, "national")):
        if distance <= limit:
            name = zone
            break
    if express:
        name += "-express"
    return name
