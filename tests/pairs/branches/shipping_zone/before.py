def shipping_zone(distance: int, express: bool) -> str:
    if distance < 0:
        raise ValueError("distance")
    if distance <= 10:
        zone = "local"
    elif distance <= 100:
        zone = "regional"
    elif distance <= 1000:
        zone = "national"
    else:
        zone = "abroad"
    return zone + "-express" if express else zone
