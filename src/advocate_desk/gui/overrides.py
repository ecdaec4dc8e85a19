"""`override` for the few modules that are loaded before the first paint.

`typing_extensions` alone takes 5 ms to import, which the first paint does not have. Type checkers
read `overrides.pyi` and see the real one.
"""

from __future__ import annotations

from typing import TypeVar

F = TypeVar("F")


def override(method: F) -> F:
    """The same method; it overrides one of its base class."""
    return method
