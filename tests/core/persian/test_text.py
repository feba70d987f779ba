"""One spelling for every text: the table of domain notes §4.4, then what only a hostile typist sends."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.persian.text import masked_name, normalise, search_key

ZWNJ = "\u200c"
# Everything the normaliser treats specially, next to plain letters: combinations are what breaks idempotence.
AWKWARD = st.text(
    alphabet="اآأإٱبکكیيىئءؤهةۀ\u06be\u06c1\u06c2\u06d2\u06d5\u0640\u064b\u064e\u0652\u0653\u0654\u0655\u0670"
    "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202e\u2066\u2069\ufeff\x00\x07\x1b\t\n\r\u2028\u00a0\u202f\u3164"
    "ﻻﻲﻚﷲ\ufe70\ufdfa\ufb50aZé\u0301\u0307İſ\u212a09۴٤²😀\ufe0f .,-\ue000\ufdd0\ud800",
    max_size=40,
)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("علي", "علی"),
        ("مصطفى", "مصطفی"),
        ("كارگاه", "کارگاه"),
        ("خان\u06c0", "خانۀ"),
        ("خان\u0647\u0654", "خانۀ"),
        ("خان\u06d5\u0654", "خانۀ"),
        ("خان\u06c2", "خانۀ"),
        ("شــهــرک", "شهرک"),
        ("مُحَمَّدٌ", "محمد"),
        ("\u200fزنجان\u200e", "زنجان"),
        ("\u202eزنجان\u202c", "زنجان"),
        ("\ufeffزنجان", "زنجان"),
        ("ﻻﻟﻪ", "لاله"),
        ("ﻋﻠﻲ", "علی"),
        ("ﻣﻠﻚ", "ملک"),
        ("\u00a0مس\u00a0\u00a0 گری ", "مس گری"),
        ("پلاک ٤٥", "پلاک ۴۵"),
        ("مسي\u0654ول", "مسئول"),
        ("مسی\u0654ول", "مسئول"),
        ("ا\u0653هن", "آهن"),
        ("اـ\u0653هن", "آهن"),
    ],
)
def test_each_spelling_is_stored_in_one_form(written: str, stored: str) -> None:
    assert normalise(written) == stored


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        (f"شهرک{ZWNJ}های", f"شهرک{ZWNJ}های"),
        (f"شهرک{ZWNJ}{ZWNJ}{ZWNJ}های", f"شهرک{ZWNJ}های"),
        (f"{ZWNJ}شهرک{ZWNJ}", "شهرک"),
        (f"شهرک {ZWNJ} های", "شهرک های"),
        (f"شهرک{ZWNJ} های", "شهرک های"),
        (f"۵{ZWNJ}ساله", f"۵{ZWNJ}ساله"),
        (f"a{ZWNJ}b", "ab"),
        (ZWNJ * 1000, ""),
    ],
)
def test_zwnj_stays_inside_words_only_and_once(written: str, stored: str) -> None:
    assert normalise(written) == stored


def test_hamza_carriers_teh_marbuta_and_latin_digits_stay_as_written() -> None:
    assert normalise("أمید مؤمن هیئة 12 ۱۲") == "أمید مؤمن هیئة 12 ۱۲"


def test_nul_control_characters_and_lone_surrogates_are_removed() -> None:
    assert normalise("ز\x00ن\x07ج\x1bا\ud800ن\ufdd0\ufffe") == "زنجان"


@pytest.mark.parametrize(
    "blank", ["", "   ", "\u00a0\u3000\u2003", "\u3164\u2800\uffa0", "\u200b\u200e", "\x00", "\n\n"]
)
def test_a_text_of_blanks_only_becomes_empty(blank: str) -> None:
    assert normalise(blank) == ""
    assert normalise(blank, multiline=True) == ""


def test_emoji_survive() -> None:
    assert normalise("کارگاه 🔥 مس ❤️") == "کارگاه 🔥 مس ❤"


def test_line_breaks_are_kept_only_when_asked_for() -> None:
    text = " سطر یک \r\n\r\n\r\n\r\nسطر\tدو\u2028سطر سه\n"
    assert normalise(text, multiline=True) == "سطر یک\n\nسطر دو\nسطر سه"
    assert normalise(text) == "سطر یک سطر دو سطر سه"


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028"])
def test_one_line_break_stays_one_on_every_system(line_break: str) -> None:
    assert normalise(f"یک{line_break}دو", multiline=True) == "یک\nدو"


def test_a_hundred_kilobytes_are_read_in_linear_time() -> None:
    assert normalise(f"ک{ZWNJ} \u064b" * 25_000) == " ".join("ک" * 25_000)
    assert normalise(" \n" * 50_000, multiline=True) == ""


@given(st.text() | AWKWARD)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    several_lines = normalise(text, multiline=True)
    assert normalise(several_lines, multiline=True) == several_lines


@given(st.text() | AWKWARD)
def test_the_stored_form_has_no_invisible_character_but_zwnj_and_can_be_encoded(text: str) -> None:
    stored = normalise(text)
    stored.encode("utf-8")
    assert not [c for c in stored if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c != ZWNJ]
    assert stored == stored.strip()
    assert "  " not in stored


def test_three_spellings_of_the_plural_are_one_word_in_a_search() -> None:
    keys = {search_key(word) for word in (f"شهرک{ZWNJ}های", "شهرکهای", "شهرک های", "شهرك\u00a0هاي", "شـهرک‌هایِ")}
    assert keys == {"شهرکهای"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("هیئة", "هییه"),
        ("أحمد", "احمد"),
        ("إسلام", "اسلام"),
        ("ٱلله", "الله"),
        ("مؤمن", "مومن"),
        ("مسئول", "مسیول"),
        ("خانۀ", "خانه"),
        ("خانهٔ", "خانه"),
        ("امضاء", "امضا"),
        ("قطعه ۱۲", "قطعه 12"),
        ("قطعه ١٢", "قطعه 12"),
        ("ISIPO", "isipo"),
        ("ﻋﻠﻲ", "علی"),
    ],
)
def test_letters_written_for_one_another_match_in_a_search(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


def test_different_letters_do_not_match_in_a_search() -> None:
    words = ["آهن", "اهن", "پسته", "بسته", "گلیم", "کلیم", "ژاله", "زاله"]
    assert len({search_key(word) for word in words}) == len(words)


@given(st.text() | AWKWARD)
def test_the_search_key_is_stable_and_blind_to_normalising_zwnj_and_spaces(text: str) -> None:
    key = search_key(text)
    assert search_key(key) == key
    assert search_key(normalise(text)) == key
    assert not {" ", ZWNJ, "\n"} & set(key)


@given(st.lists(st.text(alphabet="ابپکگیهۀةئ", min_size=1), min_size=1, max_size=4))
def test_words_joined_by_a_space_zwnj_or_nothing_have_one_search_key(words: list[str]) -> None:
    assert len({search_key(joint.join(words)) for joint in (" ", ZWNJ, "", "\u00a0", "\n")}) == 1


@pytest.mark.parametrize(
    ("name", "masked"),
    [("سارا زنجانی", "س*** ز***"), ("  علی  ", "ع***"), ("عبدالله نوری‌زاده", "ع*** ن***"), ("", "")],
)
def test_a_masked_name_shows_the_first_letter_of_each_word_and_no_length(name: str, masked: str) -> None:
    assert masked_name(name) == masked
