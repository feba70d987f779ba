"""What stands in the column is canonical, whichever way it came."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.migrations.writer import MigrationWriter

from core.persian.errors import IdentifierError, NumberError
from core.persian.sorting import sort_key


def test_every_value_is_stored_in_its_canonical_spelling(workshop) -> None:
    row = workshop.objects.create(
        name=" كارگاه\u00a0 مسي\u200f ",
        note="سطر يك\r\nسطر دو\x00",
        owner="۰۴۹۹۳۷۰۸۹۹",
        company="١٠٣٨٠٢٨٤٧٩٠",
        phone="+98 912 345 6789",
        postal_code="45137-51111",
        account="۸۲ ۰۵۴۰ ۱۰۲۶ ۸۰۰۲ ۰۸۱۷ ۹۰۹۰ ۰۲",
        price="۱٬۲۰۰٬۰۰۰ ریال",
    )
    in_memory = (row.name, row.owner, row.company, row.phone, row.postal_code, row.account)
    row.refresh_from_db()
    assert in_memory == (row.name, row.owner, row.company, row.phone, row.postal_code, row.account)
    assert row.name == "کارگاه مسی"
    assert row.note == "سطر یک\nسطر دو"
    assert (row.owner, row.company, row.phone) == ("0499370899", "10380284790", "09123456789")
    assert (row.postal_code, row.account) == ("4513751111", "IR820540102680020817909002")
    assert row.price == 1_200_000


def test_cleaning_gives_the_canonical_spelling_and_names_what_is_wrong(workshop) -> None:
    row = workshop(name="كارگاه", owner="۰۴۹۹۳۷۰۸۹۹", price="۱٬۰۰۰")
    row.full_clean()
    assert (row.name, row.owner, row.price) == ("کارگاه", "0499370899", 1000)
    row.owner, row.phone, row.account, row.price = "0499370890", "0912", "6219861034529007", "1e5"
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    codes = {name: [error.code for error in errors] for name, errors in refusal.value.error_dict.items()}
    assert codes == {
        "owner": ["check_digit"],
        "phone": ["format"],
        "account": ["bank_card"],
        "price": ["format"],
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [("owner", "1111111111"), ("company", "10380284792"), ("phone", "02433440000"), ("account", "IR00")],
)
def test_a_wrong_identifier_cannot_be_saved_even_without_cleaning(workshop, field: str, value: str) -> None:
    with pytest.raises(IdentifierError), transaction.atomic():
        workshop.objects.create(name="الف", **{field: value})
    row = workshop.objects.create(name="الف")
    with pytest.raises(IdentifierError), transaction.atomic():
        workshop.objects.filter(pk=row.pk).update(**{field: value})
    with pytest.raises(IdentifierError), transaction.atomic():
        workshop.objects.bulk_create([workshop(name="ب", **{field: value})])


def test_an_amount_in_tomans_or_below_zero_cannot_be_saved(workshop) -> None:
    with pytest.raises(NumberError), transaction.atomic():
        workshop.objects.create(name="الف", price="۱۰۰ تومان")
    with pytest.raises(IntegrityError), transaction.atomic():
        workshop.objects.create(name="الف", price=-1)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("owner", "۰۴۹۹۳۷۰۸۹۹"),
        ("phone", "9123456789"),
        ("company", "103"),
        ("postal_code", "45137-5111"),
        ("account", "ir82"),
    ],
)
def test_the_column_refuses_another_spelling_from_raw_sql(workshop, column: str, value: str) -> None:
    row = workshop.objects.create(name="الف")
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f'UPDATE "{workshop._meta.db_table}" SET "{column}" = %s WHERE id = %s', [value, row.pk])


def test_two_spellings_of_one_national_code_meet_the_unique_constraint(workshop) -> None:
    workshop.objects.create(name="الف", owner="0499370899")
    with pytest.raises(IntegrityError), transaction.atomic():
        workshop.objects.create(name="ب", owner="٠٤٩٩٣٧٠٨٩٩")
    workshop.objects.create(name="پ", owner=None)
    workshop.objects.create(name="ت", owner=None)
    assert workshop.objects.count() == 3


@pytest.mark.parametrize("typed", ["0499370899", "۰۴۹۹۳۷۰۸۹۹", " ٠٤٩٩٣٧٠٨٩٩\u200f", "049 937 0899"])
def test_a_row_is_looked_up_by_any_spelling(workshop, typed: str) -> None:
    row = workshop.objects.create(name="كارگاه", owner="0499370899")
    assert workshop.objects.get(owner=typed) == row
    assert workshop.objects.get(name="كارگاه\u00a0") == row


@pytest.mark.parametrize(
    ("lookup", "typed"),
    [
        ("owner__startswith", "۰۴۹"),
        ("owner__icontains", " ٣٧٠٨ "),
        ("owner__iexact", "۰۴۹۹۳۷۰۸۹۹"),
        ("name__icontains", "كارگاه"),
        ("name__startswith", "كار\u200f"),
        ("note__contains", "ي\x00"),
    ],
)
def test_parts_are_looked_up_by_any_spelling_too(workshop, lookup: str, typed: str) -> None:
    row = workshop.objects.create(name="کارگاه مس", owner="0499370899", note="طلایی")
    assert workshop.objects.get(**{lookup: typed}) == row


@pytest.mark.parametrize(
    "typed", ["", "الف", "0499370890", "\x00", "0499370899" + " " * 60 + "1", "9" * 100_000, "'; --", "😀"]
)
def test_looking_up_by_nonsense_finds_nothing_and_never_fails(workshop, typed: str) -> None:
    workshop.objects.create(name="الف", owner="0499370899")
    assert not workshop.objects.filter(owner=typed).exists()
    assert not workshop.objects.filter(name=typed or "-").exclude(name="الف").exists()


def test_keys_follow_their_sources(workshop) -> None:
    row = workshop.objects.create(name="شهرک‌های صنعتي", note="سطر ۱\nسطر ٢")
    assert row.search_key == "شهرکهایصنعتی|سطر1سطر2"
    assert row.sort_key == sort_key("شهرک‌های صنعتی")
    row.name = "آهنگری"
    row.save(update_fields=["name", "search_key", "sort_key"])
    row.refresh_from_db()
    assert row.search_key.startswith("آهنگری|")
    assert row.sort_key == sort_key("آهنگری")


def test_a_save_that_would_leave_a_key_behind_is_refused(workshop) -> None:
    row = workshop.objects.create(name="الف")
    row.name = "ب"
    with pytest.raises(ValueError, match="search_key"):
        row.save(update_fields=["name"])
    with pytest.raises(ValueError, match="sort_key"):
        row.save(update_fields=["name", "search_key"])
    row.save(update_fields=["price"])


def test_the_database_sorts_by_the_key_in_persian_order(workshop) -> None:
    names = ["آهن", "ابهر", "أمید", "بافت", "پسته", "گلیم", "لاله", "نیکان", "وحید", "هنر", "هیدج", "یاس", "Zanjan"]
    workshop.objects.bulk_create([workshop(name=name) for name in sorted(names)])
    assert list(workshop.objects.order_by("sort_key").values_list("name", flat=True)) == names


def test_a_long_name_has_a_key_that_fits_its_column(workshop) -> None:
    row = workshop.objects.create(name="۱۲ الف " * 8)
    row._meta.get_field("sort_key").max_length = 200
    assert len(row.sort_key) <= 200
    assert len(row._meta.get_field("sort_key").key(["x" * 500])) == 200


def test_fields_are_written_into_migrations_without_their_implied_options(workshop_class) -> None:
    fields = {field.name: MigrationWriter.serialize(field)[0] for field in workshop_class._meta.local_fields}
    assert fields["owner"] == "core.fields.models.NationalCodeField(blank=True, null=True, unique=True)"
    assert fields["search_key"] == "core.fields.keys.SearchKeyField(sources=['name', 'note'])"
    assert "db_collation='C'" in fields["sort_key"]
    for field in workshop_class._meta.local_fields:
        again = field.clone()
        assert again.deconstruct()[1:] == field.deconstruct()[1:]
