"""Alphabetical order as ICU's `fa` gives it (domain notes §4.5)."""

from hypothesis import given
from hypothesis import strategies as st

from core.persian.sorting import sort_key
from core.persian.text import normalise

ICU_ORDER = [
    "آهن",
    "ابهر",
    "اشراق",
    "ایجرود",
    "أمید",
    "بافت",
    "پسته",
    "تهران",
    "جاجیم",
    "چاقو",
    "زنجان",
    "ژاله",
    "ظریفان",
    "قلم",
    "کفش",
    "گلیم",
    "لاله",
    "ملیله",
    "میز",
    "نیکان",
    "وحید",
    "هنر",
    "هیدج",
    "یاس",
]


def test_words_stand_in_the_order_of_icu() -> None:
    assert sorted(set(ICU_ORDER), key=sort_key) == ICU_ORDER


def test_waw_stands_before_heh() -> None:
    assert sort_key("وحید") < sort_key("هنر")


def test_every_letter_of_the_alphabet_has_its_own_place() -> None:
    alphabet = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
    assert sorted(alphabet, key=sort_key) == list(alphabet)
    assert len({sort_key(letter) for letter in alphabet}) == len(alphabet)


def test_zwnj_is_ignored_and_arabic_letters_are_equal_to_persian_ones() -> None:
    assert sort_key("شهرک‌های") == sort_key("شهرکهای")
    assert sort_key("كفش") == sort_key("کفش")
    assert sort_key("علي") == sort_key("علی")


def test_a_shorter_word_stands_before_its_continuation_and_a_space_before_letters() -> None:
    assert sort_key("شهر") < sort_key("شهرک")
    assert sort_key("شهر ک") < sort_key("شهرآ")


def test_numbers_are_ordered_by_value_in_every_set_of_digits() -> None:
    plots = ["قطعه ۲", "قطعه 9", "قطعه ١٠", "قطعه ۱۰۰", "قطعه الف"]
    assert sorted(set(plots), key=sort_key) == plots
    assert sort_key("قطعه ۰۰۷") == sort_key("قطعه 7")


def test_signs_numbers_persian_latin_and_other_letters_follow_one_another() -> None:
    texts = ["«زنجان»", "۱۲", "یاس", "Zanjan", "Ωmega"]
    assert sorted(set(texts), key=sort_key) == texts
    assert sort_key("ZANJAN") == sort_key("zanjan")
    assert sort_key("é") == sort_key("e")


@given(st.text(), st.text())
def test_the_key_depends_on_the_stored_form_only(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(normalise(one))
    assert (sort_key(one) == sort_key(other)) or normalise(one) != normalise(other)


def test_five_thousand_digits_give_a_short_key() -> None:
    assert len(sort_key("9" * 5000)) < 50
