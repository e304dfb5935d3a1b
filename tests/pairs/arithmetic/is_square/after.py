def is_square(n: int) -> bool:
    if n < 0:
        return False
    root = round(n**0.5)
    return root * root == n
