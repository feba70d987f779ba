"""From "may I apply?" to the receipt, the way a browser without scripts does it."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import Applicant, User
from allocations.models import Application, Receipt, SubmissionVersion
from allocations.services import applications
from allocations.services.rule_rows import GroupSpec, PaperSpec
from core import clock
from tests.factories.accounts import ApplicantFactory, LegalEntityFactory, UserFactory, document, photo
from tests.factories.allocations import CallFactory, Stage, begin

pytestmark = pytest.mark.django_db

CHECK = {
    "birth_date_day": "۱",
    "birth_date_month": "1",
    "birth_date_year": "۱۳۶۰",
    "trade": "knife_making",
    "licence": "ARTISAN_CARD",
    "holds_unit": "no",
}
CRAFT = {
    "trade": "knife_making",
    "licence_kind": "ARTISAN_CARD",
    "licence_number": "ز/۱۲۳۴",
    "licence_issued_on_day": "۱۲",
    "licence_issued_on_month": "2",
    "licence_issued_on_year": "۱۳۹۵",
    "years_licensed": "۸",
}
PLAN = {
    "workplace_kind": "RENTED",
    "jobs_now": "۲",
    "jobs_promised": "٣",
    "investment_rials": "۲۰٬۰۰۰٬۰۰۰٬۰۰۰",
    "area_needed": "80",
    "plan_summary": "چاقوی دسته‌استخوانی",
}


def step(application: Application, name: str) -> str:
    return reverse("applications:step", args=[application.tracking_code, name])


def detail(application: Application, name: str = "detail") -> str:
    return reverse(f"applications:{name}", args=[application.tracking_code])


def drafted(stage: Stage, user: User) -> Application:
    return begin(stage, user)


def test_a_visitor_learns_that_he_may_apply_without_signing_in(client: Client, stage: Stage) -> None:
    address = reverse("calls:check", args=[stage.call.slug])
    assert client.get(address).status_code == 200
    answer = client.post(address, CHECK)
    assert answer.status_code == 200
    assert reverse("calls:apply", args=[stage.call.slug]) in answer.content.decode()
    assert Application.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [("birth_date_year", "۱۳۹۵"), ("trade", "other"), ("licence", "OPERATION_LICENCE"), ("holds_unit", "yes")],
)
def test_who_may_not_apply_reads_why_and_what_he_can_do(client: Client, stage: Stage, name: str, value: str) -> None:
    text = client.post(reverse("calls:check", args=[stage.call.slug]), {**CHECK, name: value}).content.decode()
    assert "notice-warn" in text
    assert reverse("calls:apply", args=[stage.call.slug]) not in text
    assert reverse("calls:list") in text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("birth_date_day", "31"),
        ("birth_date_year", "1985"),
        ("birth_date_year", ""),
        ("trade", "<script>"),
        ("trade", ""),
        ("licence", "x" * 100_000),
        ("holds_unit", "NaN"),
    ],
)
def test_an_answer_that_means_nothing_keeps_the_others(client: Client, stage: Stage, name: str, value: str) -> None:
    given = {**CHECK, "birth_date_month": "12", name: value}
    answer = client.post(reverse("calls:check", args=[stage.call.slug]), given)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "data-error-summary" in text
    assert "<script>alert" not in text


def test_applying_needs_a_sign_in_and_comes_back(client: Client, stage: Stage) -> None:
    address = reverse("calls:apply", args=[stage.call.slug])
    answer = client.get(address)
    assert answer.status_code == 302
    assert address in answer["Location"]


def test_looking_at_the_page_begins_nothing_and_the_button_begins_once(stage: Stage, user: User, browser: Any) -> None:
    ApplicantFactory(user=user)
    mine, address = browser(user), reverse("calls:apply", args=[stage.call.slug])
    assert mine.get(address).status_code == 200
    assert Application.objects.count() == 0
    first, second = mine.post(address), mine.post(address)
    application = Application.objects.get()
    assert first["Location"] == second["Location"] == detail(application)
    assert mine.get(address)["Location"] == detail(application)


def test_a_signatory_chooses_for_whom_he_applies(stage: Stage, user: User, browser: Any) -> None:
    ApplicantFactory(user=user)
    entity = LegalEntityFactory(signatory=user, county="zanjan", address="زنجان", postal_code="4513751111")
    company = Applicant.objects.get(legal_entity=entity)
    mine, address = browser(user), reverse("calls:apply", args=[stage.call.slug])
    assert mine.post(address, {}).status_code == 422
    assert mine.post(address, {"applicant": str(company.pk)}).status_code == 302
    assert Application.objects.get().applicant == company


@pytest.mark.parametrize("value", ["0", "-1", "x", "9" * 40, "1 OR 1=1"])
def test_somebody_elses_applicant_is_no_choice(stage: Stage, user: User, browser: Any, value: str) -> None:
    ApplicantFactory(user=user)
    other = ApplicantFactory(user=UserFactory())
    address = reverse("calls:apply", args=[stage.call.slug])
    for posted in (value, str(other.pk)):
        assert browser(user).post(address, {"applicant": posted}).status_code == 422
    assert Application.objects.count() == 0


def test_after_the_deadline_the_refusal_says_when_it_was(stage: Stage, user: User, browser: Any) -> None:
    ApplicantFactory(user=user)
    with stage.after_closing():
        answer = browser(user).post(reverse("calls:apply", args=[stage.call.slug]))
    assert answer.status_code == 409
    assert "data-error-summary" in answer.content.decode()


def test_the_whole_form_without_scripts_ends_in_one_receipt(stage: Stage, user: User, browser: Any) -> None:
    application = drafted(stage, user)
    mine = browser(user)
    assert mine.get(detail(application)).status_code == 200
    for name, data in (("identity", {}), ("craft", CRAFT), ("plan", PLAN)):
        assert mine.get(step(application, name)).status_code == 200
        answer = mine.post(step(application, name), data)
        assert answer.status_code == 302, answer.content.decode()
    mine.post(step(application, "choices"), {"add": stage.plots[1].code})
    mine.post(step(application, "choices"), {"add": stage.plots[0].code})
    mine.post(step(application, "choices"), {"order": [p.code for p in (stage.plots[1], stage.plots[0])], "save": "1"})
    paper = reverse("applications:paper", args=[application.tracking_code, "licence"])
    assert mine.get(paper).status_code == 200
    assert mine.post(paper, {"upload": photo()})["Location"] == step(application, "papers")
    assert "thumbnail" in mine.get(step(application, "papers")).content.decode()
    check = mine.get(step(application, "check"))
    assert "ز/۱۲۳۴" in check.content.decode()
    assert mine.post(step(application, "check"))["Location"] == step(application, "declaration")
    assert mine.post(step(application, "declaration"), {"agreed": "on"}).status_code == 422
    given = {"agreed": "on", "no_other_unit": "on"}
    first = mine.post(step(application, "declaration"), given)
    again = mine.post(step(application, "declaration"), given)
    assert first["Location"] == again["Location"] == detail(application, "receipt")
    assert SubmissionVersion.objects.count() == Receipt.objects.count() == 1
    text = mine.get(first["Location"]).content.decode()
    assert application.tracking_code in text and Receipt.objects.get().code in text
    codes = application.choices.order_by("position").values_list("call_plot__plot__code", flat=True)
    assert list(codes) == [stage.plots[1].code, stage.plots[0].code]


@pytest.mark.django_db(transaction=True)
def test_two_tabs_that_hand_in_at_once_get_the_same_receipt(stage: Stage, user: User, browser: Any) -> None:
    application = stage.application(user)
    tabs = [browser(user) for _ in range(4)]
    answers: list[Any] = []

    def send(tab: Client) -> None:
        try:
            answers.append(tab.post(step(application, "declaration"), {"agreed": "on", "no_other_unit": "on"}))
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=[tab]) for tab in tabs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.status_code for answer in answers] == [302] * 4
    assert Receipt.objects.count() == SubmissionVersion.objects.count() == 1


def test_each_step_says_when_it_was_saved(stage: Stage, user: User, browser: Any) -> None:
    application = drafted(stage, user)
    answer = browser(user).post(step(application, "craft"), CRAFT, follow=True)
    assert "saved-at" in answer.content.decode()
    application.refresh_from_db()
    assert application.years_licensed == 8


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("craft", "years_licensed", "1e5"),
        ("craft", "years_licensed", "NaN"),
        ("craft", "years_licensed", "-3"),
        ("craft", "years_licensed", "۱۲٫۵"),
        ("craft", "years_licensed", "9" * 5000),
        ("craft", "licence_number", "ز" * 100_000),
        ("craft", "licence_number", "a\x00b"),
        ("craft", "licence_number", "\u200c\u200c \u202e"),
        ("craft", "licence_issued_on_year", "۱۴۹۹"),
        ("craft", "licence_issued_on_day", "31"),
        ("craft", "trade", "999"),
        ("craft", "licence_kind", "OPERATION_LICENCE"),
        ("plan", "jobs_now", "دو"),
        ("plan", "jobs_promised", "1_000_000_000"),
        ("plan", "investment_rials", "20 میلیارد تومان"),
        ("plan", "area_needed", ""),
        ("plan", "workplace_kind", "PALACE"),
        ("plan", "plan_summary", "x" * 3000),
    ],
)
def test_bad_input_gets_a_reason_and_keeps_what_was_typed(
    stage: Stage, user: User, browser: Any, name: str, field: str, value: str
) -> None:
    application = drafted(stage, user)
    given = {**(CRAFT if name == "craft" else PLAN), "licence_issued_on_month": "12"}
    answer = browser(user).post(step(application, name), {**given, field: value})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "data-error-summary" in text and "field-error" in text
    assert ("ز/۱۲۳۴" if name == "craft" and field != "licence_number" else 'name="') in text
    application.refresh_from_db()
    assert application.saved_steps == {}


def test_hidden_fields_that_nobody_offered_change_nothing(stage: Stage, user: User, browser: Any) -> None:
    application = drafted(stage, user)
    extra = {"status": "AWARDED", "score": "10000", "user": "1", "applicant": "1", "opaque_id": "a" * 26}
    assert browser(user).post(step(application, "craft"), {**CRAFT, **extra}).status_code == 302
    application.refresh_from_db()
    assert (application.status, application.score, application.opaque_id) == ("DRAFT", None, None)


def test_markup_in_a_text_is_shown_as_text(stage: Stage, user: User, browser: Any) -> None:
    application = stage.application(user)
    mine = browser(user)
    mine.post(
        step(application, "plan"), {**PLAN, "plan_summary": "<img src=x onerror=alert(1)> {% now %} {{ 7|add:7 }}"}
    )
    text = mine.get(detail(application, "answers")).content.decode()
    assert "<img src=x" not in text
    assert "&lt;img src=x onerror=alert(1)&gt; {% now %} {{ 7|add:7 }}" in text


@pytest.mark.parametrize("name", ["check", "declaration"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_the_last_steps_wait_for_the_others_and_name_them(
    stage: Stage, user: User, browser: Any, name: str, method: str
) -> None:
    application = drafted(stage, user)
    given = {"agreed": "on", "no_other_unit": "on"} if method == "post" else {}
    answer = getattr(browser(user), method)(step(application, name), given)
    assert answer.status_code == 409
    assert Receipt.objects.count() == 0


def test_a_changed_answer_asks_for_another_look_before_handing_in(stage: Stage, user: User, browser: Any) -> None:
    application = stage.application(user)
    mine = browser(user)
    assert mine.post(step(application, "plan"), PLAN)["Location"] == step(application, "check")
    assert mine.post(step(application, "declaration"), {"agreed": "on", "no_other_unit": "on"}).status_code == 409
    assert Receipt.objects.count() == 0


@pytest.mark.parametrize("name", ["nothing", "craft'--", "CRAFT"])
def test_a_step_there_is_not_is_404(stage: Stage, user: User, browser: Any, name: str) -> None:
    assert browser(user).get(step(drafted(stage, user), name)).status_code == 404


def test_belonging_to_no_group_is_an_answer_that_must_be_given(user: User, browser: Any) -> None:
    stage = CallFactory.published(groups=[GroupSpec(code="women", name="زنان سرپرست خانوار")], reserved={1: "women"})
    application = drafted(stage, user)
    mine = browser(user)
    assert mine.post(step(application, "groups"), {}).status_code == 422
    assert mine.post(step(application, "groups"), {"groups": ["women", "none"]}).status_code == 422
    assert mine.post(step(application, "groups"), {"groups": ["nobles"]}).status_code == 422
    assert mine.post(step(application, "groups"), {"groups": ["none"]}).status_code == 302
    assert application.group_claims.count() == 0
    assert mine.post(step(application, "groups"), {"groups": ["women"]}).status_code == 302
    assert application.group_claims.get().group.code == "women"


def test_an_expired_session_keeps_the_draft(stage: Stage, user: User, browser: Any) -> None:
    application = drafted(stage, user)
    mine = browser(user)
    mine.post(step(application, "craft"), CRAFT)
    mine.logout()
    answer = mine.post(step(application, "plan"), PLAN)
    assert answer.status_code == 302 and "next=" in answer["Location"]
    mine.force_login(user, backend="accounts.backends.PortalBackend")
    assert "ز/۱۲۳۴" in mine.get(step(application, "craft")).content.decode()


class TestPapers:
    """One paper a page."""

    def paper(self, application: Application, code: str = "licence", name: str = "paper") -> str:
        return reverse(f"applications:{name}", args=[application.tracking_code, code])

    def test_a_paper_of_the_vault_is_offered_and_taken(self, stage: Stage, user: User, browser: Any) -> None:
        application = drafted(stage, user)
        kept = document(application.applicant, user, kind="craft_card")
        mine = browser(user)
        assert f'value="{kept.pk}"' in mine.get(self.paper(application)).content.decode()
        assert mine.post(self.paper(application), {"document": str(kept.pk)}).status_code == 302
        assert application.papers.get().document == kept

    def test_a_paper_of_another_vault_is_no_choice(self, stage: Stage, user: User, browser: Any) -> None:
        application = drafted(stage, user)
        other = UserFactory()
        document(application.applicant, user, kind="craft_card")
        foreign = document(ApplicantFactory(user=other), other, kind="craft_card")
        assert browser(user).post(self.paper(application), {"document": str(foreign.pk)}).status_code == 422
        assert application.papers.count() == 0

    def test_neither_file_nor_paper_is_asked_again(self, stage: Stage, user: User, browser: Any) -> None:
        assert browser(user).post(self.paper(drafted(stage, user)), {}).status_code == 422

    def test_a_file_that_is_none_is_refused_beside_its_field(self, stage: Stage, user: User, browser: Any) -> None:
        from django.core.files.uploadedfile import SimpleUploadedFile

        application = drafted(stage, user)
        for name, content in (("a.jpg", b"<html>"), ("a.pdf", b""), ("a.heic", b"\x00\x00\x00\x18ftypheic")):
            upload = SimpleUploadedFile(name, content, content_type="image/jpeg")
            answer = browser(user).post(self.paper(application), {"upload": upload})
            assert answer.status_code == 422
            assert "#id_upload" in answer.content.decode()
        assert application.papers.count() == 0

    def test_a_paper_can_be_taken_back_from_a_draft_by_post_alone(self, stage: Stage, user: User, browser: Any) -> None:
        application = stage.application(user)
        mine = browser(user)
        assert mine.get(self.paper(application, name="remove_paper")).status_code == 405
        assert mine.post(self.paper(application, name="remove_paper")).status_code == 302
        assert application.papers.filter(replaced_at__isnull=True).count() == 0

    def test_a_required_paper_stays_with_what_was_handed_in(self, stage: Stage, user: User, browser: Any) -> None:
        application = stage.application(user)
        applications.submit(application_id=application.pk, by=user, now=clock.now())
        browser(user).post(self.paper(application, name="remove_paper"))
        assert application.papers.filter(replaced_at__isnull=True).count() == 1

    def test_a_paper_the_call_does_not_ask_for_is_404(self, stage: Stage, user: User, browser: Any) -> None:
        assert browser(user).get(self.paper(drafted(stage, user), "passport")).status_code == 404

    def test_a_paper_of_a_group_is_asked_of_its_people_alone(self, user: User, browser: Any) -> None:
        papers = (
            PaperSpec(code="licence", kind="craft_card", name="کارت"),
            PaperSpec(code="proof", kind="special_group_evidence", name="گواهی گروه", group="women"),
        )
        stage = CallFactory.published(
            groups=[GroupSpec(code="women", name="زنان")], reserved={1: "women"}, papers=papers
        )
        application = drafted(stage, user)
        mine = browser(user)
        assert "گواهی گروه" not in mine.get(step(application, "papers")).content.decode()
        mine.post(step(application, "groups"), {"groups": ["women"]})
        assert "گواهی گروه" in mine.get(step(application, "papers")).content.decode()


class TestChoices:
    """Plots in order of liking, by buttons alone."""

    def codes(self, application: Application) -> list[str]:
        return list(application.choices.order_by("position").values_list("call_plot__plot__code", flat=True))

    def test_buttons_add_move_and_remove(self, stage: Stage, user: User, browser: Any) -> None:
        application = drafted(stage, user)
        mine, address = browser(user), step(application, "choices")
        one, two, three = (plot.code for plot in stage.plots)
        for code in (one, two, three):
            assert mine.post(address, {"add": code}).status_code == 302
        assert self.codes(application) == [one, two, three]
        mine.post(address, {"order": [one, two, three], "up": three})
        assert self.codes(application) == [one, three, two]
        mine.post(address, {"order": [one, three, two], "down": one})
        assert self.codes(application) == [three, one, two]
        mine.post(address, {"order": [two, one, three], "reorder": "1"})
        assert self.codes(application) == [two, one, three]
        mine.post(address, {"order": [two, one, three], "remove": one})
        assert self.codes(application) == [two, three]

    def test_the_end_of_the_list_is_not_passed(self, stage: Stage, user: User, browser: Any) -> None:
        application = drafted(stage, user)
        mine, address = browser(user), step(application, "choices")
        one, two = (plot.code for plot in stage.plots[:2])
        for wish in ({"up": one}, {"down": two}):
            mine.post(address, {"order": [one, two], **wish})
            assert self.codes(application) == [one, two]

    def test_the_only_plot_cannot_be_taken_out_without_a_word(self, stage: Stage, user: User, browser: Any) -> None:
        application = drafted(stage, user)
        mine, address = browser(user), step(application, "choices")
        code = stage.plots[0].code
        mine.post(address, {"add": code})
        answer = mine.post(address, {"order": [code], "remove": code})
        assert answer.status_code == 422
        assert "data-error-summary" in answer.content.decode()
        assert self.codes(application) == [code]

    @pytest.mark.parametrize("wish", [{"save": "1"}, {"order": ["X-1"]}, {"add": "<b>"}, {"add": "9" * 90}, {}])
    def test_what_the_call_does_not_offer_is_refused(self, stage: Stage, user: User, browser: Any, wish: Any) -> None:
        application = drafted(stage, user)
        assert browser(user).post(step(application, "choices"), {"shown": "1", **wish}).status_code == 422
        assert self.codes(application) == []

    def test_any_other_plot_alone_is_an_answer(self, stage: Stage, user: User, browser: Any) -> None:
        application = drafted(stage, user)
        answer = browser(user).post(step(application, "choices"), {"shown": "1", "save": "1", "any_other": "on"})
        assert answer.status_code == 302
        application.refresh_from_db()
        assert application.any_other_plot

    def test_moves_in_a_handed_in_form_count_only_when_saved(self, stage: Stage, user: User, browser: Any) -> None:
        application = stage.application(user)
        applications.submit(application_id=application.pk, by=user, now=clock.now())
        mine, address = browser(user), step(application, "choices")
        one, two = self.codes(application)
        moved = mine.post(address, {"order": [one, two], "up": two})
        assert moved.status_code == 200
        assert self.codes(application) == [one, two] and Receipt.objects.count() == 1
        text = moved.content.decode()
        assert text.index(f'name="order" value="{two}"') < text.index(f'name="order" value="{one}"')
        assert mine.post(address, {"order": [two, one], "save": "1"})["Location"] == detail(application)
        assert self.codes(application) == [two, one] and Receipt.objects.count() == 2

    @pytest.mark.parametrize("plots", [1, 20])
    def test_the_page_asks_the_same_whatever_is_on_offer(
        self, user: User, browser: Any, django_assert_max_num_queries: Any, plots: int
    ) -> None:
        stage = CallFactory.published(plots=plots)
        application = drafted(stage, user)
        codes = [plot.code for plot in stage.plots]
        given = {"application_id": application.pk, "by": user, "now": clock.now()}
        applications.set_choices(plot_codes=codes, any_other=False, **given)
        mine = browser(user)
        with django_assert_max_num_queries(10):
            assert mine.get(step(application, "choices")).status_code == 200


def test_a_draft_after_the_deadline_says_that_it_does_not_take_part(stage: Stage, user: User, browser: Any) -> None:
    application = stage.application(user)
    mine = browser(user)
    with stage.after_closing(timedelta(hours=1)):
        page = mine.get(detail(application))
        assert page.status_code == 200
        assert step(application, "craft") not in page.content.decode()
        assert mine.get(step(application, "craft")).status_code == 409
        assert mine.post(step(application, "craft"), CRAFT).status_code == 409
        assert mine.post(step(application, "declaration"), {"agreed": "on", "no_other_unit": "on"}).status_code == 409
    assert Receipt.objects.count() == 0
