# verheal: check
# subject: apply
# expect: proved
from __future__ import annotations


def apply(total: int, event: dict[str, int | str]) -> int:
    assert total >= 0
    match event:
        case {"kind": "add", "amount": int(n)} if n > 0:
            total += n
        case {"kind": "remove", "amount": int(n)} if total >= n:
            total -= n
        case {"kind": "clear" | "reset"}:
            total = 0
    assert total >= 0
    return total
