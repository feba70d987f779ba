"""The pieces pages are built from, rendered by the real templates."""

import re
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from core.templatetags.components import register
from core.web.styleguide import SampleForm, styleguide
from core.web.tones import ICON_OF_TONE, TONES, tone_of

ROOT = Path(settings.BASE_DIR)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SHEETS = sorted((ROOT / "static" / "css").glob("*.css"))


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def render(source: str, **context: object) -> str:
    return Template("{% load components %}" + source).render(Context(context))


def page(method: str = "get", **data: str) -> str:
    """The styleguide as a visitor's browser gets it."""
    request = getattr(RequestFactory(), method)("/styleguide/", data)
    from django.contrib.auth.models import AnonymousUser
    from django.contrib.messages.storage.cookie import CookieStorage

    request.user = AnonymousUser()
    request._messages = CookieStorage(request)
    return styleguide(request).content.decode()


# ---- text is text --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "{% button evil %}",
        '{% link_button evil "/x/" %}',
        "{% status_tag evil %}",
        "{% status_tag 'OPEN' evil %}",
        "{% notice title=evil %}{% endnotice %}",
        "{% panel title=evil code=evil %}{% endpanel %}",
        "{% empty_state title=evil %}{% endempty_state %}",
        "{% page_header title=evil lead=evil caption=evil %}{% crumb evil '/x/' %}{% endpage_header %}",
        "{% task evil '/x/' hint=evil %}",
        "{% summary_row label=evil %}{{ evil }}{% endsummary_row %}",
        "{% fact label=evil when=evil source=evil %}{{ evil }}{% endfact %}",
        "{% stat evil evil '/x/' evil %}",
        "{% event title=evil when=evil by=evil %}{{ evil }}{% endevent %}",
        "{% step evil when=evil %}",
        "{% tab evil '/x/' count=evil %}",
        "{% photo evil evil caption=evil credit=evil %}",
        "{% file_row evil '/x/' kind=evil size=evil note=evil %}",
        "{% progress 10 evil %}",
        "{% map_key evil evil %}",
        "{% icon evil evil %}",
        "{% data_table caption=evil %}{% enddata_table %}",
        "{% chart id='c' title=evil data=numbers %}{% endchart %}",
        "{% map_block id='m' label=evil features=numbers %}{% endmap_block %}",
    ],
)
def test_text_arguments_never_become_markup(source: str) -> None:
    evil = '"><img src=x onerror=alert(1)></script>'
    html = render(source, evil=evil, numbers={"categories": [evil]})
    assert "<img src=x" not in html
    assert "onerror=alert(1)></script>" not in html


# ---- single pieces -------------------------------------------------------------------------------------------------


def test_a_status_is_a_word_with_a_sign_and_a_tone() -> None:
    html = render('{% status_tag "CORRECTION_REQUESTED" "Papers missing" %}')
    assert "tag-warn" in html
    assert "#exclamation-triangle" in html
    assert "Papers missing" in html


def test_an_unknown_status_is_shown_in_the_neutral_tone() -> None:
    assert tone_of("SOMETHING_NEW") == "neutral"
    assert "SOMETHING_NEW" in render('{% status_tag "SOMETHING_NEW" %}')


def test_every_tone_has_a_sign_that_is_in_the_sprite() -> None:
    sprite = (ROOT / "static/img/icons.svg").read_text()
    assert set(ICON_OF_TONE) == set(TONES)
    for sign in ICON_OF_TONE.values():
        assert f'id="{sign}"' in sprite


def test_every_icon_named_in_a_template_is_in_the_sprite() -> None:
    sprite = (ROOT / "static/img/icons.svg").read_text()
    named = {
        name
        for file in TEMPLATES
        for name in re.findall(r'\{% icon "([\w-]+)"|sign="([\w-]+)"', file.read_text())
        for name in name
        if name
    }
    assert named
    assert [name for name in sorted(named) if f'id="{name}"' not in sprite] == []


def test_a_task_that_is_not_possible_yet_is_no_link() -> None:
    assert "href" not in render('{% task "Check answers" "/x/" status="blocked" %}').replace('href="/static', "")
    assert '<a class="task-link" href="/x/">' in render('{% task "Check answers" "/x/" %}')


def test_a_missing_answer_is_said_in_words() -> None:
    assert "Not given" in render('{% summary_row label="Licence" change="/x/" %} {% endsummary_row %}')


def test_the_link_to_change_an_answer_names_the_answer_for_screen_readers() -> None:
    html = render('{% summary_row label="Licence" change="/x/" %}1204{% endsummary_row %}')
    assert re.search(r'<a href="/x/">Change<span class="visually-hidden"> Licence</span></a>', html)


def test_a_tracking_code_stands_left_to_right() -> None:
    html = render('{% panel title="Done" code="ZN-1405-K7Q2M9" %}{% endpanel %}')
    assert '<bdi dir="ltr">ZN-1405-K7Q2M9</bdi>' in html


def test_pages_of_a_list_are_linked_only_where_there_are_any() -> None:
    assert render("{% pagination %}").strip() == ""
    html = render('{% pagination next_url="?after=9" %}')
    assert 'rel="next"' in html
    assert 'rel="prev"' not in html


def test_progress_polls_while_there_is_an_address_and_stops_after() -> None:
    running = render('{% progress 62 "163 of 263" poll="/jobs/1/" %}')
    assert 'hx-get="/jobs/1/"' in running
    assert 'value="62"' in running
    assert "hx-get" not in render('{% progress 100 "Done" state="done" %}')


def test_progress_of_unknown_length_has_no_value() -> None:
    assert "value=" not in render('{% progress None "Waiting" state="queued" poll="/jobs/1/" %}')


def test_a_figure_opens_the_list_that_makes_it() -> None:
    assert '<a href="/plots/?status=IDLE">' in render('{% stat 4 "idle" "/plots/?status=IDLE" %}')


def test_a_crumb_takes_the_name_of_a_pattern_or_a_path() -> None:
    assert 'href="/"' in render('{% crumb "Home" "home" %}')
    assert 'href="/calls/zarifan/"' in render('{% crumb "Zarifan" "/calls/zarifan/" %}')


def test_attributes_of_a_button_are_written_with_hyphens_and_the_empty_ones_left_out() -> None:
    html = render('{% button "Go" name="move" value="7" data_guard="yes" form="" %}')
    assert 'name="move" value="7" data-guard="yes"' in html
    assert "form=" not in html


# ---- forms ---------------------------------------------------------------------------------------------------------


class WholeForm(SampleForm):
    def clean(self) -> None:
        raise forms.ValidationError("The two answers do not fit together.")


def test_a_clean_form_has_no_error_summary() -> None:
    assert "data-error-summary" not in str(SampleForm())


def test_the_error_summary_names_each_field_and_links_to_its_first_control() -> None:
    html = str(SampleForm(data={}))
    summary = html[html.index("data-error-summary") : html.index("</ul>")]
    assert re.findall(r'href="#([\w-]+)"', summary) == [
        "id_name",
        "id_national_code",
        "id_craft",
        "id_kind_0",
        "id_truth",
    ]
    assert "کد ملی: This field is required." in summary


def test_the_error_of_a_date_in_parts_leads_to_its_first_part() -> None:
    html = str(SampleForm(data={"born_day": "32"}))
    assert 'href="#id_born_0"' in html
    assert 'id="id_born_0"' in html


def test_a_label_loses_its_full_stop_or_question_mark_before_the_error() -> None:
    html = str(SampleForm(data={}))
    assert "متقاضی کیست: This field is required." in html


def test_an_error_of_the_whole_form_stands_first_and_links_nowhere() -> None:
    html = str(WholeForm(data={}))
    summary = html[html.index("data-error-summary") : html.index("</ul>")]
    first = summary[summary.index("<li>") : summary.index("</li>")]
    assert "The two answers do not fit together." in first
    assert "<a" not in first


def test_a_field_is_described_by_its_hint_and_its_error() -> None:
    html = str(SampleForm(data={}))
    assert 'aria-describedby="id_national_code_helptext id_national_code_error"' in html
    assert 'id="id_national_code_helptext"' in html
    assert 'id="id_national_code_error"' in html
    assert html.count('id="id_national_code_error"') == 1


def test_choices_stand_in_a_fieldset_with_a_legend() -> None:
    html = str(SampleForm())
    assert re.search(r"<fieldset[^>]*id=\"id_kind_field\"[^>]*>\s*<legend class=\"label\">متقاضی کیست؟</legend>", html)


def test_only_optional_fields_are_marked() -> None:
    html = str(SampleForm())
    assert html.count("(optional)") == len([field for field in SampleForm().fields.values() if not field.required])


def test_what_was_typed_stays_in_the_form() -> None:
    assert 'value="12&quot;34"' in str(SampleForm(data={"national_code": '12"34'}))


def test_a_form_with_a_file_is_sent_as_multipart() -> None:
    html = render_to_string("components/form.html", {"form": SampleForm()})
    assert 'enctype="multipart/form-data"' in html
    assert "novalidate" in html


# ---- the page ------------------------------------------------------------------------------------------------------


def test_every_component_is_shown_in_the_styleguide() -> None:
    source = (ROOT / "templates/components/styleguide.html").read_text() + "".join(
        file.read_text() for file in (ROOT / "templates/components").glob("*.html") if file.name != "styleguide.html"
    )
    assert [name for name in sorted(register.tags) if f"{{% {name} " not in source and name != "field_group"] == []


def test_the_page_says_its_language_and_direction() -> None:
    assert '<html lang="en" dir="ltr">' in page()
    with translation.override("fa"):
        html = page()
    assert '<html lang="fa" dir="rtl">' in html
    assert "bootstrap-reboot.rtl.min.css" in html


def test_the_first_thing_on_a_page_is_the_way_to_its_content() -> None:
    body = page().split("<body")[1]
    assert body.index('class="skip-link" href="#main"') < body.index("<header")
    assert 'id="main"' in body


def test_a_page_with_errors_says_so_in_its_title() -> None:
    assert "<title>Error: Styleguide" in page("post")
    assert "<title>Styleguide" in page()


@pytest.mark.parametrize("name", ["400", "500", "503"])
def test_a_page_of_failure_needs_neither_request_nor_database(name: str) -> None:
    html = render_to_string(f"{name}.html", {"request_id": "9f2c"})
    assert f">{name}<" in html
    assert "9f2c" in html


@pytest.mark.parametrize("name", ["403", "403_csrf", "404", "409", "413", "429"])
def test_a_page_of_refusal_says_what_can_be_done_next(name: str) -> None:
    html = render_to_string(f"{name}.html", {"message": "", "request_id": "9f2c"}, RequestFactory().get("/x/"))
    assert f">{name[:3]}<" in html
    assert 'href="/"' in html


def test_the_sentence_of_the_server_takes_the_place_of_the_general_one() -> None:
    html = render_to_string("409.html", {"message": "The deadline was <b>yesterday</b>."}, RequestFactory().get("/x/"))
    assert "The deadline was &lt;b&gt;yesterday&lt;/b&gt;." in html


# ---- the rules of the house ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_template_bears_inline_script_or_style(file: Path) -> None:
    text = file.read_text()
    assert not re.search(r"\sstyle\s*=", text)
    assert not re.search(r"\son\w+\s*=\s*[\"']", text)
    assert not re.search(r"<style|<script(?![^>]*\ssrc=)", text)
    assert "javascript:" not in text


@pytest.mark.parametrize("file", SHEETS, ids=lambda file: file.name)
def test_the_style_sheets_are_written_for_both_directions(file: Path) -> None:
    physical = re.findall(r"(?:margin|padding|border)-(?:left|right)\s*:|[;{\s](?:left|right)\s*:", file.read_text())
    assert physical == []


@pytest.mark.parametrize("file", SHEETS, ids=lambda file: file.name)
def test_the_style_sheets_fetch_nothing_from_elsewhere(file: Path) -> None:
    assert not re.search(r"url\([\"']?(?:https?:)?//|@import", file.read_text())


def test_dark_colours_change_the_same_tokens_by_device_and_by_choice() -> None:
    text = (ROOT / "static/css/tokens.css").read_text()
    by_device = text.split(':root:not([data-theme="light"]) {')[1].split("}")[0]
    by_choice = text.split(':root[data-theme="dark"] {')[1].split("}")[0]
    assert by_device.split() == by_choice.split()
    assert set(re.findall(r"--[\w-]+", by_device)) <= set(re.findall(r"--[\w-]+", text.split("@media")[0]))
