"""LibreOffice, on a machine without a Khmer or Noto font, sets the documents in their own fonts."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.model.kinds import Layout
from exporters.sample import river_statement

TOOLS = ("soffice", "pdffonts", "pdftotext", "pdfinfo")
MISSING = [tool for tool in TOOLS if not shutil.which(tool)]
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}"),
    pytest.mark.skipif(not DEJAVU.is_dir(), reason="no DejaVu fonts to be the only ones"),
]
_ONLY_DEJAVU = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[Layout, Path]:
    """Every layout as a PDF, converted in one call."""
    folder = tmp_path_factory.mktemp("libreoffice")
    for layout in Layout:
        data = docx_bytes(compose(river_statement(withheld=2, names=45), layout))
        (folder / f"{layout.value}.docx").write_bytes(data)
    _convert(folder)
    return {layout: folder / f"{layout.value}.pdf" for layout in Layout}


def _convert(folder: Path) -> None:
    config = folder / "fonts.conf"
    config.write_text(_ONLY_DEJAVU.format(fonts=DEJAVU, cache=folder / "cache"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    environment = os.environ | {"FONTCONFIG_FILE": str(config), "HOME": str(folder)}
    subprocess.run(
        [*command, *files], env=environment, check=True, capture_output=True, timeout=180
    )


def _read(*command: str) -> str:
    return subprocess.check_output(command, text=True, encoding="utf-8")


@pytest.mark.parametrize("layout", Layout)
def test_it_is_set_in_the_embedded_fonts_only(pdfs: dict[Layout, Path], layout: Layout) -> None:
    listed = _read("pdffonts", str(pdfs[layout])).splitlines()[2:]
    families = {line.split()[0].partition("+")[2] for line in listed}
    latin = {"NotoSerif-Regular", "NotoSerif-Bold"}
    wanted = {"NotoSerif-Regular", "NotoSerifKhmer-Regular"}
    wanted |= {"Moul-Regular", "NotoSerifKhmer-Bold"} if "km" in layout.languages else latin
    assert wanted <= families <= wanted | latin
    assert all(" yes " in line for line in listed)


@pytest.mark.parametrize("layout", Layout)
def test_its_phrases_can_be_found(pdfs: dict[Layout, Path], layout: Layout) -> None:
    found = " ".join(_read("pdftotext", str(pdfs[layout]), "-").split())
    if "km" in layout.languages:
        assert "សេចក្តីថ្លែងការណ៍រួម" in found
        assert "ដែលមានរាយនាមខាងក្រោម" in found
    if "en" in layout.languages:
        assert "Attention to:" in found
        assert "River Transport Workers’ Union" in found


def test_the_english_numbers_run_to_the_last_endorser(pdfs: dict[Layout, Path]) -> None:
    found = _read("pdftotext", "-layout", str(pdfs[Layout.ENGLISH]), "-").split()
    assert [f"{n}." for n in range(1, 46) if f"{n}." not in found] == []


@pytest.mark.parametrize(
    ("layout", "pages"), [(Layout.KHMER, 2), (Layout.ENGLISH, 2), (Layout.KHMER_ENGLISH, 4)]
)
def test_it_has_no_stray_pages(pdfs: dict[Layout, Path], layout: Layout, pages: int) -> None:
    assert f"{pages}" in _read("pdfinfo", str(pdfs[layout])).split("Pages:")[1].split()[0]
