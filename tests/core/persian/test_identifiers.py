"""Identity numbers: every vector of domain notes §4.1, in each set of digits, and the near misses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.persian import identifiers
from core.persian.digits import to_ascii, to_persian
from core.persian.errors import IdentifierError

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

NATIONAL_CODES = [
    "1362136042",
    "0492427259",
    "0920388159",
    "0566360276",
    "0126692548",
    "0499370899",
    "0790419904",
    "0084575948",
    "0963695398",
    "0684159414",
    "4270000007",
    "4271234567",
    "4280000018",
    "0012345679",
    "1234567891",
]
LEGAL_IDS = [
    "10380284790",
    "10100387143",
    "10860961755",
    "77111986110",
    "18061055669",
    "14005893875",
    "14001234562",
    "10460123452",
]
SHEBAS = [
    "IR820540102680020817909002",
    "IR550570022080013447370101",
    "IR790610000000700796858044",
    "IR062960000000100324200001",
    "IR580540105180021273113007",
    "IR760170000000000000000001",
    "IR160120000000001234567890",
]
CARDS = [
    "6037701689095443",
    "6219861034529007",
    "5022291070873466",
    "6274129005473742",
]


def refusal_code(parse, text: str) -> str:
    with pytest.raises(IdentifierError) as refusal:
        parse(text)
    return refusal.value.code


@pytest.mark.parametrize("code", NATIONAL_CODES)
def test_valid_national_codes_have_one_canonical_spelling(code: str) -> None:
    for written in (
        code,
        to_persian(code),
        code.translate(ARABIC),
        f" \u200f{code}\u202c ",
        f"\ufeff{code[:3]} {code[3:]}",
    ):
        assert identifiers.parse_national_code(written) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0566360272", "check_digit"),
        ("4271427685", "check_digit"),
        ("0200203041", "check_digit"),
        ("4271234568", "check_digit"),
        ("0126692548-", "format"),
        ("12345678-9", "format"),
        ("068415941d", "format"),
        ("049937089²", "format"),
        ("06841594156", "length"),
        ("499370899", "length"),
        *((str(digit) * 10, "repeated") for digit in range(10)),
        ("", "empty"),
        (" \u200c\u00a0", "empty"),
        ("0499\x00370899", "control_character"),
        ("0" * 100_000, "too_long"),
        ("😀", "format"),
    ],
)
def test_invalid_national_codes_are_refused_with_their_reason(text: str, code: str) -> None:
    assert refusal_code(identifiers.parse_national_code, text) == code


def test_a_wrong_length_names_both_lengths_but_never_the_number() -> None:
    with pytest.raises(IdentifierError) as refusal:
        identifiers.parse_national_code("499370899")
    assert refusal.value.params == {"expected": 10, "actual": 9}
    assert "499370899" not in str(refusal.value)


@given(st.text(alphabet="0123456789", min_size=9, max_size=9))
def test_nine_digits_have_exactly_one_check_digit(body: str) -> None:
    accepted = []
    for digit in "0123456789":
        try:
            accepted.append(identifiers.parse_national_code(body + digit))
        except IdentifierError as refusal:
            assert refusal.code in ("check_digit", "repeated")
    assert len(accepted) == (0 if len(set(body)) == 1 else 1)


@pytest.mark.parametrize("legal_id", LEGAL_IDS)
def test_valid_legal_ids_have_one_canonical_spelling(legal_id: str) -> None:
    for written in (legal_id, to_persian(legal_id), legal_id.translate(ARABIC), f" {legal_id}\u200e"):
        assert identifiers.parse_legal_national_id(written) == legal_id


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("10380284792", "check_digit"),
        ("10380285692", "check_digit"),
        ("84735069516", "check_digit"),
        ("11111111111", "repeated"),
        ("0974820830a", "format"),
        ("123001000", "length"),
        ("", "empty"),
    ],
)
def test_invalid_legal_ids_are_refused_with_their_reason(text: str, code: str) -> None:
    assert refusal_code(identifiers.parse_legal_national_id, text) == code


def test_an_unusual_legal_prefix_only_warns() -> None:
    assert identifiers.legal_national_id_warnings("10380284790") == []
    assert identifiers.legal_national_id_warnings("77111986110") == ["unusual_prefix"]


@pytest.mark.parametrize(
    "text",
    [
        "09123456789",
        "+989123456789",
        "00989123456789",
        "989123456789",
        "9123456789",
        "۰۹۱۲۳۴۵۶۷۸۹",
        "٠٩١٢٣٤٥٦٧٨٩",
        "0912-345-6789",
        "0912‑345‑6789",
        "0912 345 6789",
        "+98 912 345 6789",
        "\u202a+989123456789\u202c",
    ],
)
def test_every_spelling_of_a_mobile_number_is_stored_alike(text: str) -> None:
    assert identifiers.parse_mobile(text) == "09123456789"


@pytest.mark.parametrize(
    "text",
    [
        "0912345678",
        "091234567890",
        "02433440000",
        "+9809123456789",
        "0098 0912 345 6789",
        "|989123456789",
        "+19123456789",
        "0912345678a",
    ],
)
def test_other_numbers_are_not_mobile_numbers(text: str) -> None:
    assert refusal_code(identifiers.parse_mobile, text) == "format"


def test_an_unusual_mobile_prefix_only_warns() -> None:
    assert identifiers.parse_mobile("09812345678") == "09812345678"
    assert identifiers.mobile_warnings("09812345678") == ["unusual_prefix"]
    assert identifiers.mobile_warnings("09123456789") == []


@pytest.mark.parametrize("text", ["4513751111", "۴۵۱۳۷۵۱۱۱۱", "45137-51111", "45137 51111", "۴۵۱۳۷–۵۱۱۱۱"])
def test_a_postal_code_has_one_canonical_spelling(text: str) -> None:
    assert identifiers.parse_postal_code(text) == "4513751111"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("451375111", "length"),
        ("1111111111", "repeated"),
        ("4513-751111", "format"),
        ("45137a1111", "format"),
        ("", "empty"),
    ],
)
def test_other_postal_codes_are_refused(text: str, code: str) -> None:
    assert refusal_code(identifiers.parse_postal_code, text) == code


@pytest.mark.parametrize(
    ("postal_code", "warnings"),
    [
        ("4513751111", []),
        ("4513789123", ["has_two"]),
        ("1496675465", ["not_zanjan"]),
        ("1496575465", ["fifth_is_five", "not_zanjan"]),
        ("4503751111", ["zero_at_start"]),
        ("4444751111", ["repeated_start", "not_zanjan"]),
    ],
)
def test_the_older_rules_for_postal_codes_only_warn(postal_code: str, warnings: list[str]) -> None:
    assert identifiers.parse_postal_code(postal_code) == postal_code
    assert identifiers.postal_code_warnings(postal_code) == warnings


@pytest.mark.parametrize("sheba", SHEBAS)
def test_valid_shebas_have_one_canonical_spelling(sheba: str) -> None:
    spaced = " ".join(sheba[i : i + 4] for i in range(0, 26, 4))
    for written in (sheba, sheba[2:], to_persian(sheba), sheba.lower(), spaced, spaced.replace(" ", "-")):
        assert identifiers.parse_sheba(written) == sheba


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("IR820540102680020817909003", "check_digit"),
        ("IR012345678901234567890123", "check_digit"),
        ("012345678901234567890123", "check_digit"),
        ("IR82054010268002081790900", "length"),
        ("DE820540102680020817909002", "format"),
        ("", "empty"),
    ],
)
def test_other_account_numbers_are_refused(text: str, code: str) -> None:
    assert refusal_code(identifiers.parse_sheba, text) == code


@pytest.mark.parametrize("card", CARDS)
def test_a_bank_card_is_recognised_and_kept_out(card: str) -> None:
    assert identifiers.is_bank_card(to_persian(card))
    assert refusal_code(identifiers.parse_sheba, card) == "bank_card"


@pytest.mark.parametrize("text", ["6219861034529008", "621986103452900", "0" * 16, "", "کارت"])
def test_other_numbers_are_not_bank_cards(text: str) -> None:
    assert not identifiers.is_bank_card(text)


@given(st.sampled_from(SHEBAS), st.integers(2, 25), st.sampled_from("0123456789"))
def test_one_wrong_digit_in_a_sheba_is_found(sheba: str, place: int, digit: str) -> None:
    wrong = sheba[:place] + digit + sheba[place + 1 :]
    if wrong != sheba:
        assert refusal_code(identifiers.parse_sheba, wrong) == "check_digit"


def test_masks_leave_only_what_a_clerk_needs_to_tell_two_people_apart() -> None:
    assert identifiers.mask_national_code("0499370899") == "******0899"
    assert identifiers.mask_national_code("10380284790") == "*******4790"
    assert identifiers.mask_mobile("09123456789") == "0912***6789"


@given(st.text(max_size=9))
def test_what_is_too_short_to_be_whole_is_hidden_whole(text: str) -> None:
    assert set(identifiers.mask_mobile(text)) <= {"*"}
    assert set(identifiers.mask_national_code(text[:6])) <= {"*"}


@pytest.mark.parametrize(
    "parse",
    [
        identifiers.parse_national_code,
        identifiers.parse_legal_national_id,
        identifiers.parse_mobile,
        identifiers.parse_postal_code,
        identifiers.parse_sheba,
    ],
)
@given(text=st.text() | st.text(alphabet="0123456789۰۱۹٠٩IR+- \u200c\u200e\x00²"))
def test_any_text_is_read_canonically_or_refused_by_name(parse, text: str) -> None:
    try:
        canonical = parse(text)
    except IdentifierError as refusal:
        assert refusal.code
    else:
        assert canonical.isascii()
        assert parse(canonical) == canonical == to_ascii(canonical)
