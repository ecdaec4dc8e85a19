"""Packages whose bytes depend on their parts alone."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.exporters.zip_parts import ZipPart, zipped

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0/\\"), min_size=1, max_size=20)


@given(st.dictionaries(NAMES, st.binary(max_size=5000), max_size=5))
def test_any_unzip_reads_back_what_was_put_in(files: dict[str, bytes]) -> None:
    data = zipped(ZipPart(name, content) for name, content in files.items())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == files
        assert package.namelist() == list(files)
    assert zipped(ZipPart(name, content) for name, content in files.items()) == data
