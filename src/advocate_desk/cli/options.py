"""What the options of an export mean."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from advocate_desk.desk.desk import Desk
from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.exporters.styles import Style, load_style

_STYLE_FILE = ".toml"


def chosen_options(desk: Desk, statement_id: str, arguments: Namespace) -> ExportOptions:
    """The statement's own looks with what was asked for on top.

    Raises:
        StyleRefused: there is no such style, or it cannot be read.
    """
    choices = ExportOptions(
        left=arguments.left,
        endorser_order=arguments.endorser_order,
        count_line=arguments.count_line or arguments.as_of is not None,
        as_of=arguments.as_of,
    )
    style = _style(desk, arguments.style) if arguments.style else None
    return desk.presenting.options(statement_id, choices, style=style)


def _style(desk: Desk, name: str) -> Style:
    """A style by name, or from a file; a fresh copy, so that it counts as chosen."""
    is_file = name.lower().endswith(_STYLE_FILE)
    return replace(load_style(Path(name)) if is_file else desk.presenting.style_named(name))
