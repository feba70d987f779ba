"""Papers the portal makes: real PDFs, the same bytes for the same data, nothing a person typed is markup."""

from __future__ import annotations

import io

import pikepdf
import pytest

from core import pdf
from core.pdf import PdfFailed

TEMPLATE = "allocations/pdf/receipt.typ"
LABELS = dict.fromkeys(("track", "code", "choices", "no_choice", "papers", "sha256"), "برچسب")


def data(**values):
    return {
        "title": "رسید ثبت درخواست",
        "company": "شرکت شهرک‌های صنعتی",
        "lang": "fa",
        "footer": "پانویس",
        "labels": LABELS,
        "track": "ZN-1405-K7Q2M9X",
        "code": "RS-1405-K7Q2M9X",
        "qr": pdf.qr_svg("RS-1405-K7Q2M9X"),
        "rows": [{"label": "متقاضی", "value": "متقاضی نمونه ۰۰۱", "is_code": False}],
        "choices": [{"place": "۱", "plot": "ZRF-001"}],
        "any_other": "",
        "papers": ["کارت شناسایی"],
        "notice": "این رسید نشان می‌دهد",
        "sha256": "a" * 64,
        **values,
    }


def fonts(made: bytes) -> set[str]:
    document = pikepdf.open(io.BytesIO(made))
    found = document.pages[0].Resources.Font
    return {str(found[name].BaseFont).split("+")[-1].split("-")[0] for name in found}


def test_a_paper_is_a_pdf_in_our_font_with_its_title():
    made = pdf.render(TEMPLATE, data())
    document = pikepdf.open(io.BytesIO(made))
    assert len(document.pages) == 1
    assert fonts(made) == {"Vazirmatn"}
    assert str(document.docinfo["/Title"]) == "رسید ثبت درخواست"


def test_the_same_data_gives_the_same_bytes():
    assert pdf.render(TEMPLATE, data()) == pdf.render(TEMPLATE, data())


@pytest.mark.parametrize(
    "typed",
    [
        '#panic("x")',
        '#import "/etc/passwd"',
        "$ x $",
        "*bold* _it_ = heading",
        "\\ #sys.inputs",
        "]",
        '"',
        "\u202eabc",
        "<x>",
    ],
)
def test_what_a_person_typed_is_text_and_never_markup(typed):
    rows = [{"label": typed, "value": typed, "is_code": False}, {"label": typed, "value": typed, "is_code": True}]
    assert pdf.render(TEMPLATE, data(rows=rows, notice=typed, papers=[typed])).startswith(b"%PDF-")


def test_long_lists_go_on_over_pages():
    choices = [{"place": str(place), "plot": f"ZRF-{place:03}"} for place in range(1, 400)]
    assert len(pikepdf.open(io.BytesIO(pdf.render(TEMPLATE, data(choices=choices)))).pages) > 1


def test_a_missing_template_or_value_fails_by_name():
    with pytest.raises(PdfFailed, match=r"nothing\.typ"):
        pdf.render("nothing.typ", {})
    with pytest.raises(PdfFailed, match="track"):
        pdf.render(TEMPLATE, {name: value for name, value in data().items() if name != "track"})


def test_a_template_reads_no_file_outside_its_folder(tmp_path, settings):
    (tmp_path / "templates").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "templates" / "thief.typ").write_text('#read("/../secret.txt")')
    settings.BASE_DIR = tmp_path
    with pytest.raises(PdfFailed):
        pdf.render("thief.typ", {})


def test_a_paper_that_does_not_end_is_stopped(tmp_path, settings):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "endless.typ").write_text(
        "#let x = 0\n#while x < 1000000000000 { x += 1; if x > 9000000000 { x = 0 } }"
    )
    settings.BASE_DIR = tmp_path
    with pytest.raises(PdfFailed):
        pdf.render("endless.typ", {}, seconds=2)


def test_every_page_is_there_as_a_picture():
    choices = [{"place": str(place), "plot": f"ZRF-{place:03}"} for place in range(1, 400)]
    pages = pdf.pictures(TEMPLATE, data(choices=choices), ppi=36)
    paper = pikepdf.open(io.BytesIO(pdf.render(TEMPLATE, data(choices=choices))))
    assert len(pages) == len(paper.pages) > 1
    assert {page[:8] for page in pages} == {b"\x89PNG\r\n\x1a\n"}
    assert len(pdf.pictures(TEMPLATE, data(), ppi=36)) == 1


def test_a_qr_code_is_svg():
    assert pdf.qr_svg("RS-1405-K7Q2M9X").startswith("<svg")
