"""Hostile names (trust.md §3) become harmless ones that still can be recognised."""

from __future__ import annotations

import pytest

from core.files.limits import NAME_LENGTH
from core.files.names import clean_name


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("کارت ملی.JPG", "کارت ملی.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\Users\\me\\scan.png", "scan.jpg"),
        ("a\x00b.png", "ab.jpg"),
        ("a\r\nSet-Cookie: x=1.png", "a Set-Cookie_ x=1.jpg"),
        ("photo\u202egpj.exe", "photogpj.jpg"),
        ("\u2067\u200e\u200fx.png", "x.jpg"),
        ('<img src=x onerror="alert(1)">.png', "img src=x onerror=_alert(1).jpg"),
        ("%2e%2e%2fx.png", "2e_2e_2fx.jpg"),
        ("report.pdf.exe", "report.pdf.jpg"),
        ("", "file.jpg"),
        ("....", "file.jpg"),
        ("/", "file.jpg"),
        (".htaccess", "htaccess.jpg"),
        ("   ", "file.jpg"),
        ("كتاب.png", "کتاب.jpg"),
    ],
)
def test_a_hostile_name_is_made_harmless(name, cleaned):
    assert clean_name(name, ".jpg") == cleaned


def test_a_long_name_is_cut_and_keeps_its_extension():
    cleaned = clean_name("الف" * 5000 + ".png", ".jpg")
    assert len(cleaned) == NAME_LENGTH and cleaned.endswith(".jpg")
