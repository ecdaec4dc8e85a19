"""The house: who may import whom, how long things may be, what must never be there."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "advocate_desk"
# The two exceptions: docs/decisions/0004.
LATE_GROUPS = {SOURCE / "desk" / "desk.py", SOURCE / "store" / "desk_file.py"}
MODULES = sorted(SOURCE.rglob("*.py"))
NETWORK = {
    "socket", "ssl", "http", "urllib.request", "urllib3", "requests", "ftplib", "smtplib",
    "imaplib", "poplib", "telnetlib", "xmlrpc", "socketserver", "asyncio", "PySide6.QtNetwork",
    "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
}  # fmt: skip


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _tracked() -> list[Path]:
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).exists()]


def test_imports_point_right_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", [str(ROOT / "src"), *sys.path])
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


def test_there_is_no_network_code_in_the_product() -> None:
    found = [
        (path.name, name)
        for path in MODULES
        for name in _imported(path)
        if any(name == banned or name.startswith(f"{banned}.") for banned in NETWORK)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("package", "owner"),
    [("PySide6", "gui"), ("sqlite_utils", "store"), ("sqlcipher3", "store")],
)
def test_a_library_is_imported_by_its_owner_only(package: str, owner: str) -> None:
    users = {
        path.relative_to(SOURCE).parts[0]
        for path in MODULES
        if any(name.split(".")[0] == package for name in _imported(path))
    }
    assert users <= {owner}


def test_no_module_has_400_lines() -> None:
    long = {p.name: n for p in MODULES if (n := len(p.read_text("utf-8").splitlines())) >= 400}
    assert long == {}


def test_no_function_has_more_than_40_lines() -> None:
    long = [
        (path.name, node.name)
        for path in MODULES
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > 40
    ]
    assert long == []


def test_nothing_is_hidden_behind_type_checking_or_star_imports() -> None:
    found = [
        path.name
        for path in MODULES
        if ("TYPE_CHECKING" in path.read_text("utf-8") and path not in LATE_GROUPS)
        or any(name.endswith(".*") for name in _imported(path))
    ]
    assert found == []


def test_no_tracked_file_names_a_package_host_or_a_machine_path() -> None:
    words = (
        r"https?://\S+/(simple|packages)/",
        "index" + "-url",
        "python" + "hosted",
        "/ho" + "me/",
    )
    hosts = re.compile("|".join(words))
    own = Path(__file__).name
    found = []
    for path in _tracked():
        if path.name == own or path.stat().st_size > 2_000_000:
            continue
        text = path.read_bytes().decode("utf-8", errors="ignore")
        found += [f"{path.name}: {match.group()}" for match in hosts.finditer(text)]
    assert found == []


def test_no_lock_file_with_hosts_is_tracked() -> None:
    banned = {"uv.lock", "pylock.toml", "pip.conf", "uv.toml", "poetry.lock", "Pipfile.lock"}
    assert {path.name for path in _tracked()} & banned == set()


def test_the_command_line_knows_no_qt() -> None:
    code = "import sys, advocate_desk.cli.main; print([m for m in sys.modules if 'PySide6' in m])"
    shown = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert shown.stdout.strip() == "[]"
