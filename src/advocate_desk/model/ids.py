"""Identifiers that sort by the time they were made."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

NewId = Callable[[], str]


def uuid7(milliseconds: int, random: bytes) -> str:
    """A UUIDv7 after RFC 9562: 48 bits of Unix milliseconds, then ten random bytes."""
    value = bytearray(milliseconds.to_bytes(6, "big") + random[:10])
    value[6] = (value[6] & 0x0F) | 0x70
    value[8] = (value[8] & 0x3F) | 0x80
    digits = value.hex()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def new_id() -> str:
    """A fresh id from the clock and the system's randomness."""
    return uuid7(time.time_ns() // 1_000_000, os.urandom(10))
