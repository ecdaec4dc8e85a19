"""What two versions of a text have in common, and where a place in one stands in the other."""

from __future__ import annotations


def common_start(old: str, new: str) -> int:
    """How many characters at the start of two texts are the same, whole paragraph marks only."""
    shorter = min(len(old), len(new))
    start = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    # Never cut inside a blank line: its two feeds are one paragraph mark.
    while start and "\n" in (old[start - 1 : start], new[start - 1 : start]):
        start -= 1
    return start


def common_end(old: str, new: str, start: int) -> int:
    """How many characters at the end are the same, behind the common start."""
    shorter = min(len(old), len(new)) - start
    end = next((i for i in range(shorter) if old[-1 - i] != new[-1 - i]), shorter)
    while end and "\n" in (old[len(old) - end], new[len(new) - end]):
        end -= 1
    return end


def moved(offset: int, old: str, new: str) -> int:
    """Where an offset of the old text stands in the new one."""
    start = common_start(old, new)
    end = common_end(old, new, start)
    if offset <= start:
        return offset
    if offset >= len(old) - end:
        return offset + len(new) - len(old)
    return min(offset, len(new) - end)
