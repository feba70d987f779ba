"""What is taken in, what it becomes, and what is refused with which sentence."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms

from core.files import intake, limits, sandbox, storage
from core.files.errors import SENTENCES, FileRefused, FileTooLarge, QuotaExceeded, StorageFull
from core.files.models import StoredFile
from tests.core.files import uploads
from tests.core.files.uploads import encoded, jpeg, pdf, picture, upload

pytestmark = pytest.mark.django_db


def taken(data, sara, now, **options):
    file = intake.store(upload(data, **options), by=sara, now=now)
    return file, storage.path_of(file.path)


def opened(path):
    return Image.open(path, formats=["JPEG"])


def test_a_photo_is_kept_as_a_jpeg_of_ours_with_a_small_picture(sara, now, media):
    file, path = taken(jpeg((400, 300)), sara, now, name="کارت ملی.JPG")
    assert (file.kind, file.content_type, file.width, file.height) == ("image", "image/jpeg", 400, 300)
    assert (file.original_name, file.uploaded_by, file.created_at) == ("کارت ملی.jpg", sara, now)
    assert opened(storage.path_of(file.thumbnail.path)).size == (320, 240)
    assert file.size == path.stat().st_size and file.source_sha256 != file.sha256


def test_stored_files_have_random_names_in_folders_and_nobody_else_may_read_them(sara, now, media):
    file, path = taken(jpeg(), sara, now, name="secret.jpg")
    assert "secret" not in str(path) and path.relative_to(media).parts[:2] == (path.name[:2], path.name[2:4])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) & 0o077 == 0
    assert list((media / ".incoming").iterdir()) == []


def test_a_phone_photo_stands_upright_and_has_forgotten_where_it_was_taken(sara, now):
    data = uploads.phone_photo(orientation=6)
    assert uploads.GPS_MARK in data and b"taken at home" in data and b"secret place" in data
    file, path = taken(data, sara, now)
    image = opened(path)
    assert image.size == (80, 120)
    assert image.getpixel((40, 10))[0] > 200 > 60 > image.getpixel((40, 10))[2]
    assert image.getpixel((40, 110))[2] > 200
    for kept in (path, storage.path_of(file.thumbnail.path)):
        raw = kept.read_bytes()
        assert not image.getexif() and all(
            mark not in raw for mark in (uploads.GPS_MARK, b"taken at home", b"secret place", b"Exif", b"PhoneMaker")
        )


@pytest.mark.parametrize("orientation", [1, 2, 3, 4, 5, 6, 7, 8])
def test_every_orientation_gives_the_picture_a_viewer_shows(orientation, sara, now, tmp_path):
    from PIL import ImageOps

    data = uploads.phone_photo(orientation)
    source = tmp_path / "source.jpg"
    source.write_bytes(data)
    right = ImageOps.exif_transpose(Image.open(source)).convert("RGB")
    _, path = taken(data, sara, now)
    ours = opened(path)
    assert ours.size == right.size
    for x, y in ((5, 5), (right.width - 5, 5), (5, right.height - 5)):
        assert max(abs(a - b) for a, b in zip(ours.getpixel((x, y)), right.getpixel((x, y)), strict=True)) < 40


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(encoded(picture("CMYK", colour=(0, 255, 255, 0)), "JPEG"), (255, 0, 0), id="cmyk"),
        pytest.param(encoded(picture("I;16", colour=32768), "PNG"), (128, 128, 128), id="16-bit"),
        pytest.param(encoded(picture("RGBA", colour=(0, 0, 0, 0)), "PNG"), (255, 255, 255), id="transparent"),
        pytest.param(encoded(picture("LA", colour=(0, 128)), "PNG"), (127, 127, 127), id="half-transparent grey"),
        pytest.param(encoded(picture("1", colour=1), "PNG"), (255, 255, 255), id="black and white"),
        pytest.param(encoded(picture("RGB", colour=(250, 200, 10)).quantize(4), "PNG"), (250, 200, 10), id="palette"),
        pytest.param(encoded(picture("P"), "PNG", transparency=0), (255, 255, 255), id="palette with a clear colour"),
        pytest.param(encoded(picture("RGB", colour=(10, 90, 200)), "WEBP"), (10, 90, 200), id="webp"),
        pytest.param(uploads.moving("MPO"), (0, 0, 0), id="two pictures of a phone in one JPEG"),
        pytest.param(
            encoded(
                picture("RGB", colour=(200, 30, 30)),
                "PNG",
                icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
            ),
            (200, 30, 30),
            id="colour profile",
        ),
        pytest.param(
            encoded(picture("RGB", colour=(200, 30, 30)), "PNG", icc_profile=b"rubbish"),
            (200, 30, 30),
            id="bad profile",
        ),
    ],
)
def test_every_kind_of_picture_becomes_plain_rgb_on_white(data, expected, sara, now):
    _, path = taken(data, sara, now)
    image = opened(path)
    assert image.mode == "RGB" and image.format == "JPEG"
    assert max(abs(a - b) for a, b in zip(image.getpixel((60, 40)), expected, strict=True)) <= 6
    assert "icc_profile" not in image.info


def test_a_large_picture_is_kept_at_the_size_of_a_readable_paper(sara, now):
    file, _ = taken(jpeg((4200, 2100)), sara, now)
    assert (file.width, file.height) == (3000, 1500)


def test_what_hangs_behind_a_picture_is_cut_off(sara, now):
    tail = b"<script>alert(1)</script>" + uploads.archive("../../evil.sh")
    _, path = taken(jpeg() + tail, sara, now)
    raw = path.read_bytes()
    assert b"<script>" not in raw and b"PK\x03\x04" not in raw


def test_a_pdf_is_kept_without_its_author_and_opening_page_and_tail(sara, now):
    def change(paper):
        paper.docinfo["/Author"] = "Somebody Private"
        paper.Root.OpenAction = paper.make_indirect([paper.pages[1].obj, "/Fit"])

    file, path = taken(pdf(3, change) + b"\n" + uploads.archive("x")[:500], sara, now, name="paper.pdf")
    raw = path.read_bytes()
    assert (file.kind, file.pages, file.thumbnail, file.width) == ("pdf", 3, None, None)
    assert b"Private" not in raw and b"OpenAction" not in raw and b"PK\x03\x04" not in raw and raw.startswith(b"%PDF-")


REFUSED = {
    "empty": (b"", "empty"),
    "pixel flood": (encoded(picture("1", (20_000, 20_000)), "PNG"), "too_many_pixels"),
    "claims a size": (uploads.png_of(60_000, 60_000), "too_many_pixels"),
    "one row too many": (encoded(picture("1", (8000, 5001)), "PNG"), "too_many_pixels"),
    "text bomb": (uploads.text_bomb(), "broken"),
    "truncated JPEG": (encoded(Image.effect_noise((300, 300), 80).convert("RGB"), "JPEG")[:9000], "broken"),
    "truncated PNG": (encoded(Image.effect_noise((300, 300), 80), "PNG")[:5000], "broken"),
    "only a head": (b"\xff\xd8\xff\xe0", "broken"),
    "PNG of nothing": (b"\x89PNG\r\n\x1a\n", "broken"),
    "animated PNG": (uploads.moving("PNG"), "animated"),
    "animated WebP": (uploads.moving("WEBP"), "animated"),
    "GIF called jpg": (encoded(picture("P"), "GIF"), "other_image"),
    "TIFF": (encoded(picture(), "TIFF"), "other_image"),
    "BMP": (encoded(picture(), "BMP"), "other_image"),
    "HEIC": (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "heic"),
    "SVG": (b'<?xml version="1.0"?><svg onload="alert(1)"/>', "web_page"),
    "HTML": (b"  \n<!doctype html><script>alert(1)</script>", "web_page"),
    "HTML with a mark": (b"\xef\xbb\xbf<html>", "web_page"),
    "zip with ../": (uploads.archive("../../etc/passwd"), "office"),
    "macro document": (uploads.archive("word/vbaProject.bin"), "office"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "office"),
    "program": (b"MZ" + bytes(600), "unknown_type"),
    "text": ("فقط متن".encode(), "unknown_type"),
    "locked PDF": (pdf(encryption=uploads.pikepdf.Encryption(user="x", owner="y")), "encrypted"),
    "PDF with rights": (pdf(encryption=uploads.pikepdf.Encryption(user="", owner="y")), "encrypted"),
    "PDF that runs a script": (uploads.with_action("JavaScript", JS="app.alert(1)"), "scripted"),
    "PDF that starts a program": (uploads.with_action("Launch", F="cmd.exe"), "scripted"),
    "PDF that sends itself": (uploads.with_action("SubmitForm", F="https://evil.example"), "scripted"),
    "PDF with a script behind a field": (uploads.hidden_script(), "scripted"),
    "PDF with a program inside": (uploads.with_attachment(), "attachment"),
    "PDF without pages": (pdf(0), "no_pages"),
    "PDF with too many pages": (pdf(61), "too_many_pages"),
    "PDF of deep lists": (uploads.nested(80), "too_complex"),
    "PDF of lists without end": (pdf().replace(b"/Type /Catalog", b"/X " + b"[" * 5000 + b"]" * 5000, 1), "broken"),
    "PDF whose pages contain themselves": (uploads.endless_pages(), "broken"),
    "truncated PDF": (pdf(20)[:-200], "broken"),
    "PDF by name only": (b"%PDF-1.7\n%%EOF", "broken"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_bad_files_are_refused_with_their_own_sentence_and_nothing_is_kept(kind, sara, now, disk):
    data, code = REFUSED[kind]
    with pytest.raises(FileRefused) as caught:
        intake.store(upload(data), by=sara, now=now)
    assert caught.value.code == code
    assert caught.value.field == "file" and caught.value.errors["file"] == [caught.value.message]
    assert "%(" not in caught.value.message
    assert disk() == [] and not StoredFile.objects.exists()


def test_a_bomb_inside_a_pdf_costs_the_child_and_not_us(sara, now, disk):
    with pytest.raises(FileRefused) as caught:
        intake.store(upload(uploads.stream_bomb()), by=sara, now=now)
    assert caught.value.code in ("too_complex", "broken")
    assert disk() == []


def test_the_eight_megabytes_are_counted_and_not_believed(sara, now, disk):
    exact = jpeg()
    exact += bytes(limits.FILE_BYTES - len(exact))
    assert intake.store(upload(exact), by=sara, now=now).width == 120
    before = disk()
    liar = upload(exact + b"x")
    liar.size = 10
    with pytest.raises(FileTooLarge) as caught:
        intake.store(liar, by=sara, now=now)
    assert caught.value.status == 413 and "8" in caught.value.message
    assert disk() == before


def test_the_content_type_and_name_a_browser_sends_mean_nothing(sara, now):
    sent = SimpleUploadedFile("script.html", jpeg(), content_type="text/html")
    file = intake.store(sent, by=sara, now=now)
    assert (file.content_type, file.original_name) == ("image/jpeg", "script.jpg")


def test_a_photo_where_a_pdf_is_wanted_is_refused_and_the_other_way_round(sara, now):
    with pytest.raises(FileRefused) as caught:
        intake.store(upload(jpeg()), by=sara, now=now, kinds=("pdf",))
    assert caught.value.code == "not_a_pdf"
    with pytest.raises(FileRefused) as caught:
        intake.store(upload(pdf()), by=sara, now=now, kinds=("image",))
    assert caught.value.code == "not_an_image"


def test_the_same_file_by_the_same_person_is_the_same_row(sara, reza, now, disk):
    first = intake.store(upload(jpeg()), by=sara, now=now)
    again = intake.store(upload(jpeg(), name="other.jpg"), by=sara, now=now)
    assert again == first and len(disk()) == 2
    assert intake.store(upload(jpeg()), by=reza, now=now) != first
    assert len(disk()) == 4


def test_a_person_keeps_no_more_than_the_quota(sara, reza, now, monkeypatch, disk):
    monkeypatch.setattr(limits, "OWNER_BYTES", 6000)
    noise = encoded(Image.effect_noise((90, 90), 80).convert("RGB"), "PNG")
    with pytest.raises(QuotaExceeded) as caught:
        for shade in range(20):
            intake.store(upload(jpeg(colour=(shade, 0, 0)) if shade else noise), by=sara, now=now)
    assert caught.value.errors["file"]
    assert sum(row.size for row in StoredFile.objects.filter(uploaded_by=sara)) <= 6000
    assert len(disk()) == StoredFile.objects.count()
    assert intake.store(upload(jpeg()), by=reza, now=now)


def test_a_row_that_cannot_be_written_leaves_no_bytes(sara, now, disk, monkeypatch):
    def breaks(*args, **kwargs):
        raise RuntimeError("the database went away")

    monkeypatch.setattr(StoredFile.objects, "create", breaks)
    with pytest.raises(RuntimeError):
        intake.store(upload(jpeg()), by=sara, now=now)
    assert disk() == []


def test_the_child_knows_neither_django_nor_our_environment():
    import subprocess
    import sys

    code = (
        "import sys, runpy; sys.argv = ['main.py', 'image', '/nonexistent', '/nonexistent'];"
        f"runpy.run_path({str(sandbox.SCRIPT)!r}, run_name='__main__');"
        "print([name for name in ('django', 'portal', 'psycopg2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, env={})
    assert done.stdout.splitlines() == ['{"refused": "broken"}', "[]"]


def test_a_child_that_eats_memory_or_hangs_is_a_refusal(sara, now, monkeypatch, tmp_path, disk):
    hungry = tmp_path / "hungry.py"
    hungry.write_text("import resource\nresource.setrlimit(resource.RLIMIT_AS, (2**28, 2**28))\nx = bytearray(2**30)\n")
    slow = tmp_path / "slow.py"
    slow.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(limits, "CHILD_SECONDS", 0.5)
    for script in (hungry, slow):
        monkeypatch.setattr(sandbox, "SCRIPT", script)
        with pytest.raises(FileRefused) as caught:
            intake.store(upload(jpeg()), by=sara, now=now)
        assert caught.value.code == "too_complex"
    assert disk() == []


def test_every_refusal_of_the_child_has_a_sentence():
    child = Path(sandbox.SCRIPT).parent
    import re

    codes = {code for path in child.glob("*.py") for code in re.findall(r'Refusal\("(\w+)"\)', path.read_text())}
    assert codes and codes <= set(SENTENCES)
    for code in codes:
        assert "%(" not in sandbox.refusal(code).message


def test_no_space_in_the_child_is_told_as_such(monkeypatch, sara, now, tmp_path, disk):
    full = tmp_path / "full.py"
    full.write_text('print(\'{"refused": "no_space"}\')')
    monkeypatch.setattr(sandbox, "SCRIPT", full)
    with pytest.raises(StorageFull) as caught:
        intake.store(upload(jpeg()), by=sara, now=now)
    assert caught.value.status == 503 and disk() == []
