"""A damaged file is read or refused, never a traceback; the damage is drawn from a fixed seed."""

import io
import random
import zipfile

import pytest

from catalogue import Code, UnreadableFileError
from tests.forms import altered
from validation.reading import RawWorkbook, RefusedFileError, read_workbook


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def scratch_bytes(content, dice):
    damaged = bytearray(content)
    for _ in range(dice.randrange(1, 20)):
        damaged[dice.randrange(len(damaged))] = dice.randrange(256)
    return bytes(damaged)


def truncate(content, dice):
    return content[: dice.randrange(len(content))]


def scratch_part(content, dice):
    parts = unpacked(content)
    name = dice.choice(sorted(parts))
    return packed(parts | {name: scratch_bytes(parts[name], dice)})


def truncate_part(content, dice):
    parts = unpacked(content)
    name = dice.choice(sorted(parts))
    return packed(parts | {name: truncate(parts[name], dice)})


def drop_part(content, dice):
    parts = unpacked(content)
    del parts[dice.choice(sorted(parts))]
    return packed(parts)


@pytest.mark.parametrize("damage", [scratch_bytes, truncate, scratch_part, truncate_part, drop_part])
@pytest.mark.parametrize("writer", ["XlsxWriter", "openpyxl"])
@pytest.mark.filterwarnings("ignore")  # openpyxl warns about what it cannot read before it fails
def test_a_damaged_form_is_read_or_refused(desk, damage, writer):
    form = desk.form("11311") if writer == "XlsxWriter" else altered(desk.form("11311"), lambda _: None)
    dice = random.Random(f"{damage.__name__} {writer}")
    for _ in range(40):
        try:
            assert isinstance(read_workbook(damage(form, dice)), RawWorkbook)
        except UnreadableFileError:
            continue


def test_a_part_that_does_not_match_its_checksum_is_refused(desk):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, part in unpacked(desk.form("11311")).items():
            archive.writestr(name, part)
    text = "Nhiệm vụ".encode()
    content = stream.getvalue()
    at = content.index(text)

    with pytest.raises(RefusedFileError) as refused:
        read_workbook(content[:at] + b"?" + content[at + 1 :])

    assert refused.value.code is Code.E001
