"""Digits and list markers in the language of a text."""

from __future__ import annotations

import re

KHMER_DIGITS = "០១២៣៤៥៦៧៨៩"
_TO_KHMER = {ord(str(value)): digit for value, digit in enumerate(KHMER_DIGITS)}
_HAS_KHMER_DIGIT = re.compile(f"[{KHMER_DIGITS}]")  # ten times faster than a translation
_TO_ASCII = {ord(digit): str(value) for value, digit in enumerate(KHMER_DIGITS)}


def in_digits(text: str | int, language: str) -> str:
    """A number, or a text that holds numbers, with the digits of a language."""
    ascii_text = to_ascii_digits(str(text))
    return ascii_text.translate(_TO_KHMER) if language == "km" else ascii_text


def to_ascii_digits(text: str) -> str:
    """The same text with Khmer digits written as 0-9; nothing else changes, nor does its length."""
    return text.translate(_TO_ASCII) if _HAS_KHMER_DIGIT.search(text) else text


def list_marker(number: int, language: str) -> str:
    """What stands before a numbered entry: ១. in Khmer, 1. elsewhere."""
    return f"{in_digits(number, language)}."
