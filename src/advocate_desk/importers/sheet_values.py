"""What a cell with a number shows: a date as an ISO date, a masked number with its zeros."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from xml.etree import ElementTree as ET

from advocate_desk.importers.docx_xml import attribute, children, whole_number

_WHOLE = re.compile(r"-?\d{1,40}")
_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_MASK = re.compile(r"[0#?]+(?:[^0#?.,%/Ee]+[0#?]+)*")
_DAYS = re.compile(r"[ydmhs]", re.IGNORECASE)
_BUILT_IN_DATES = {
    **dict.fromkeys(range(14, 18), "yyyy-mm-dd"),
    **dict.fromkeys(range(18, 22), "hh:mm"),
    22: "yyyy-mm-dd hh:mm",
    **dict.fromkeys(range(27, 37), "yyyy-mm-dd"),
    **dict.fromkeys(range(45, 48), "mm:ss"),
    **dict.fromkeys(range(50, 59), "yyyy-mm-dd"),
    9: "0%",
    10: "0.00%",
}
_FROM_1900, _FROM_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - no zone
_LEAP_DAY_THAT_NEVER_WAS = 60
_LAST_DAY = 2_958_465


@dataclass(frozen=True, slots=True)
class ValueFormats:
    """The number format of each cell style of a workbook."""

    codes: tuple[str, ...] = ()
    counts_from_1904: bool = False

    @classmethod
    def of(cls, styles: bytes, *, counts_from_1904: bool) -> ValueFormats:
        """The formats in a styles part, which may be missing."""
        if not styles:
            return cls((), counts_from_1904)
        root = ET.fromstring(styles)  # noqa: S314 - checked, no doctype
        own = {
            whole_number(attribute(each, "numFmtId"), -1): attribute(each, "formatCode")
            for group in children(root, "numFmts")
            for each in children(group, "numFmt")
        }
        ids = [
            whole_number(attribute(style, "numFmtId"))
            for group in children(root, "cellXfs")
            for style in children(group, "xf")
        ]
        known = {**_BUILT_IN_DATES, **own}
        return cls(tuple(known.get(each, "") for each in ids), counts_from_1904)

    def shown(self, raw: str, style: int) -> str:
        """A number as the cell shows it."""
        code = self.codes[style] if 0 <= style < len(self.codes) else ""
        try:
            return _shown(raw.strip(), code, counts_from_1904=self.counts_from_1904)
        except (ValueError, OverflowError):
            return raw


def _shown(raw: str, code: str, *, counts_from_1904: bool) -> str:
    bare = _bare(code)
    if _DAYS.search(bare) and "general" not in bare.casefold():
        return _moment(float(raw), bare, counts_from_1904=counts_from_1904)
    if "%" in bare:
        return f"{_number(format(float(raw) * 100, '.15g'))}%"
    plain = _number(raw)
    return _masked(plain, code) if plain.isdigit() else plain


def _number(raw: str) -> str:
    """Digits stay as they are: a telephone number is never written with an exponent."""
    if _WHOLE.fullmatch(raw):
        return raw
    value = float(raw)
    if not math.isfinite(value):
        raise ValueError(raw)
    return str(int(value)) if value.is_integer() else format(value, ".15g")


@cache
def _bare(code: str) -> str:
    """The first section of a format without its literal parts and brackets."""
    return _LITERALS.sub("", code).split(";")[0]


def _moment(serial: float, code: str, *, counts_from_1904: bool) -> str:
    if not 0 <= serial <= _LAST_DAY:
        return _number(str(serial))
    if not counts_from_1904 and serial < _LEAP_DAY_THAT_NEVER_WAS:
        serial += 1
    start = _FROM_1904 if counts_from_1904 else _FROM_1900
    moment = start + timedelta(seconds=round(serial * 86_400))
    if not re.search("[yd]", code, re.IGNORECASE) and re.search("[hs]", code, re.IGNORECASE):
        return moment.time().isoformat("seconds")
    is_day = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return moment.date().isoformat() if is_day else moment.isoformat(" ", "seconds")


def _masked(digits: str, code: str) -> str:
    """Digits put into a mask such as `000000` or `000-000-000`, as telephone columns have."""
    mask = re.sub(r'"([^"]*)"|\\(.)', lambda f: f[1] or f[2] or "", code.split(";", maxsplit=1)[0])
    places = len(re.findall("[0#?]", mask))
    if places < 2 or not _MASK.fullmatch(mask) or "0" not in mask:
        return digits
    left = list(digits.rjust(places) if len(digits) < places else digits)
    extra, left = "".join(left[: len(left) - places]), left[len(left) - places :]
    return extra + "".join(_placed(sign, left) for sign in mask)


def _placed(sign: str, left: list[str]) -> str:
    if sign not in "0#?":
        return sign
    digit = left.pop(0)
    return digit if digit != " " else ("0" if sign == "0" else "")
