"""Who each address of the portal is for. An address that stands in no table here fails the sweep.

PUBLIC: everybody. ENTRANCE: everybody who is not signed in (others are sent on). SIGNED_IN: every account, showing what is
its own. OWNED: the person whose thing it is, and the roles named. STAFF_PAGES: the roles named, an auditor only to look. DESK: the
admin, by model.
"""

from __future__ import annotations

from accounts.choices import Role

PUBLIC = frozenset(
    {
        "home", "live", "ready", "set_language", "calls:list", "calls:detail", "calls:plan", "calls:rules", "calls:check",
        "calls:results", "calls:results_plots", "calls:record", "calls:record_zip", "calls:verifier", "calls:frozen_file",
        "verify:form", "verify:code", "estates:list", "estates:detail", "estates:plan", "plots:list", "plots:compare",
        "plots:detail", "demo:inbox", "clusters:list", "clusters:detail", "clusters:exports_csv",
        "demand:list", "exhibitions:list", "exhibitions:detail", "exhibitions:record_zip", "exhibitions:verifier",
        "training:list", "training:detail", "programs:list", "programs:detail",
        "dashboards:reports_public", "consultants:list", "consultants:detail", "consultants:fees", "clinic:home",
    }
)  # fmt: skip

ENTRANCE = frozenset(
    {
        "account_login", "account_request_login_code", "account_signup", "account_confirm_code", "account_resend_code",
        "account_reset_password", "account_new_password", "account_logout", "account_inactive", "mfa_authenticate",
        "mfa_login_webauthn", "account_sign_on", "account_sign_on_callback", "account_sign_on_phone",
    }
)  # fmt: skip

SIGNED_IN = frozenset(
    {
        "account_reauthenticate", "mfa_index", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp",
        "mfa_list_webauthn", "mfa_add_webauthn", "mfa_reauthenticate_webauthn", "account_sign_on_again",
        "mfa_edit_webauthn", "mfa_remove_webauthn",
        "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes", "accounts:profile",
        "accounts:details", "accounts:address", "accounts:change_phone", "accounts:change_password", "accounts:group",
        "accounts:entities", "accounts:new_entity", "accounts:documents", "accounts:new_document", "accounts:access_log",
        "accounts:sessions", "accounts:end_other_sessions", "accounts:messages", "accounts:read_messages",
        "applications:list", "calls:apply", "calls:ask", "training:mine", "training:register", "training:leave",
        "clinic:requests", "clinic:new", "clinic:ask", "clinic:check", "cases:list",
        "demand:add", "exhibitions:mine", "exhibitions:ask", "exhibitions:check",
    }
)  # fmt: skip

OWNED: dict[str, frozenset[Role]] = {
    "accounts:withdraw_group": frozenset(),
    "accounts:group_evidence": frozenset(),
    "accounts:entity": frozenset(),
    "accounts:new_signatory": frozenset(),
    "accounts:end_signatory": frozenset(),
    "accounts:replace_document": frozenset(),
    "accounts:withdraw_document": frozenset(),
    "accounts:end_session": frozenset(),
    "applications:detail": frozenset(),
    "applications:paper": frozenset(),
    "applications:remove_paper": frozenset(),
    "applications:step": frozenset(),
    "applications:answers": frozenset(),
    "applications:receipt": frozenset(),
    "applications:correction": frozenset(),
    "applications:withdraw": frozenset(),
    "applications:explain": frozenset(),
    "applications:objections": frozenset(),
    "demand:change": frozenset(),
    "demand:renew": frozenset(),
    "demand:withdraw": frozenset(),
    "exhibitions:request": frozenset(),
    "exhibitions:withdraw": frozenset(),
    "clinic:request": frozenset(),
    "clinic:withdraw": frozenset(),
    "clinic:book": frozenset({Role.CLINIC_LEAD}),
    "clinic:calendar": frozenset({Role.CLINIC_LEAD}),
    "clinic:cancel_talk": frozenset({Role.CLINIC_LEAD}),
    "units:detail": frozenset({Role.CLINIC_LEAD, Role.CONSULTANT, Role.AUDITOR, Role.ADMIN}),
    "cases:overview": frozenset({Role.AUDITOR}),
    "cases:looks": frozenset({Role.AUDITOR}),
    "cases:costs": frozenset({Role.AUDITOR}),
    "cases:data": frozenset({Role.AUDITOR}),
    "cases:sheet": frozenset({Role.AUDITOR}),
    "cases:edit_sheet": frozenset(),
    "treatment:plan": frozenset({Role.AUDITOR}),
    "treatment:letters": frozenset({Role.AUDITOR}),
    "treatment:follow_up": frozenset({Role.AUDITOR}),
    "treatment:plan_act": frozenset(),
    "treatment:task_act": frozenset(),
    "clinic_reports:report": frozenset({Role.AUDITOR}),
    "consultants:rate": frozenset(),
    "consultants:rate_one": frozenset(),
    "jobs:progress": frozenset({Role.ADMIN, Role.COMMITTEE, Role.AUDITOR}),
    "files:open": frozenset({Role.AUDITOR}),
    "files:thumbnail": frozenset({Role.AUDITOR}),
}
"""Name → staff roles that may open another person's thing there."""

COUNTER_ROLES = frozenset({Role.CLINIC_LEAD, Role.OFFICER, Role.ADMIN})
"""Write a request to the clinic for somebody at the counter."""

CASE_READERS = frozenset({Role.AUDITOR})
"""By role alone nobody else reads a diagnosis: the lead of the case and its team do, which tests/clinic/cases tries by person."""

COURSE_ROLES = frozenset({Role.PROGRAMME_OFFICER, Role.CLINIC_LEAD, Role.AUDITOR})

READING_ROLES = frozenset(
    {Role.PROGRAMME_OFFICER, Role.MANAGER, Role.AUDITOR, Role.ADMIN, Role.COMMITTEE, Role.FINANCE, Role.TECHNICAL}
)

CONSULTING = frozenset({Role.CONSULTANT})
"""A consultant's own pages: each shows the one who is signed in his own."""

STAFF_PAGES: dict[str, frozenset[Role]] = {
    **dict.fromkeys(
        (
            "consultants:me",
            "consultants:about",
            "consultants:hours",
            "consultants:add_absence",
            "consultants:remove_absence",
            "consultants:conduct",
            "consultants:new_paper",
            "consultants:withdraw_paper",
            "consultants:new_conflict",
        ),
        CONSULTING,
    ),
    "consultants:conferences": frozenset({Role.CONSULTANT, Role.CLINIC_LEAD, Role.AUDITOR}),
    "consultants:call_conference": frozenset({Role.CONSULTANT, Role.CLINIC_LEAD}),
    # By role alone: the lead of the case and its team read them, which tests/clinic tries by person.
    "consultants:conference": frozenset({Role.AUDITOR}),
    "consultants:close_conference": frozenset(),
    "consultants:ask_review": frozenset({Role.CLINIC_LEAD}),
    "consultants:review": frozenset({Role.AUDITOR}),
    "dashboards:company": READING_ROLES,
    "clinic_dashboard:overview": frozenset({Role.CLINIC_LEAD, Role.MANAGER, Role.AUDITOR}),
    "clinic_dashboard:csv": frozenset({Role.CLINIC_LEAD, Role.MANAGER, Role.AUDITOR}),
    "dashboards:refresh": READING_ROLES,
    "dashboards:company_csv": READING_ROLES,
    "dashboards:programme": READING_ROLES,
    "dashboards:programme_csv": READING_ROLES,
    "dashboards:estate": READING_ROLES,
    "dashboards:estate_csv": READING_ROLES,
    "dashboards:cluster": READING_ROLES,
    "dashboards:cluster_csv": READING_ROLES,
    "dashboards:reports": READING_ROLES,
    "dashboards:reports_compare": READING_ROLES,
    "dashboards:report": READING_ROLES,
    "dashboards:report_slides": READING_ROLES,
    "readings:list": READING_ROLES,
    "readings:new": frozenset({Role.PROGRAMME_OFFICER}),
    "readings:review": READING_ROLES,
    "readings:detail": READING_ROLES,
    "readings:correct": frozenset({Role.PROGRAMME_OFFICER}),
    "readings:remove_evidence": frozenset({Role.PROGRAMME_OFFICER}),
    "demand:table": READING_ROLES,
    "demand:table_csv": READING_ROLES,
    "demand_planning:sites": READING_ROLES,
    "demand_planning:sites_csv": READING_ROLES,
    "demand:wishes": frozenset({Role.PROGRAMME_OFFICER, Role.MANAGER, Role.AUDITOR}),
    "exhibitions:all_requests": READING_ROLES,
    "exhibitions:all_runs": READING_ROLES,
    "exhibitions:desk": READING_ROLES,
    "exhibitions:requests_csv": READING_ROLES,
    "exhibitions:points": READING_ROLES,
    "exhibitions:value": READING_ROLES,
    "exhibitions:result": READING_ROLES,
    "exhibitions:costs": READING_ROLES,
    "exhibitions:remove_cost": READING_ROLES,
    "exhibitions:act": READING_ROLES,
    "units:list": frozenset({Role.CLINIC_LEAD, Role.CONSULTANT, Role.AUDITOR, Role.ADMIN}),
    "units:warnings": frozenset({Role.CLINIC_LEAD, Role.AUDITOR}),
    "units:warning": frozenset({Role.CLINIC_LEAD}),
    "units:reading": frozenset({Role.CLINIC_LEAD}),
    "units:correct": frozenset({Role.CLINIC_LEAD}),
    "units:import": frozenset({Role.CLINIC_LEAD}),
    "units:import_sheet": frozenset({Role.CLINIC_LEAD}),
    "units:import_check": frozenset({Role.CLINIC_LEAD}),
    "clinic:desk": frozenset({Role.CLINIC_LEAD, Role.AUDITOR}),
    "clinic:desk_request": frozenset({Role.CLINIC_LEAD, Role.AUDITOR}),
    "clinic:desk_act": frozenset({Role.CLINIC_LEAD}),
    "clinic:talks": frozenset({Role.CLINIC_LEAD, Role.CONSULTANT, Role.AUDITOR}),
    "clinic:note_talk": frozenset({Role.CLINIC_LEAD}),
    "clinic:counter": COUNTER_ROLES,
    "clinic:counter_ask": COUNTER_ROLES,
    "cases:visits": CASE_READERS,
    "cases:questionnaires": CASE_READERS,
    "cases:answers": CASE_READERS,
    "cases:findings": CASE_READERS,
    "cases:causes": CASE_READERS,
    "cases:hand_over": frozenset({Role.CLINIC_LEAD}),
    **dict.fromkeys(
        (
            "cases:act",
            "cases:team",
            "cases:leave_team",
            "cases:new_visit",
            "cases:more_photos",
            "cases:start",
            "cases:new_finding",
            "cases:change_finding",
            "cases:remove_finding",
            "cases:new_swot",
            "cases:remove_swot",
            "cases:agree",
            "cases:new_node",
            "cases:change_node",
            "cases:remove_node",
            "cases:new_arrow",
            "cases:remove_arrow",
            "clinic_reports:make",
            "clinic_reports:sign",
            "clinic_reports:go_without",
        ),
        frozenset(),
    ),
    **dict.fromkeys(
        (
            "treatment:begin_plan",
            "treatment:begin_treatment",
            "treatment:aim",
            "treatment:new_project",
            "treatment:change_project",
            "treatment:place_project",
            "treatment:remove_project",
            "treatment:project_act",
            "treatment:finish_step",
            "treatment:new_letter",
            "treatment:change_letter",
            "treatment:letter_act",
            "treatment:begin_follow_up",
            "treatment:close",
            "treatment:readmit",
            "treatment:follow_up_act",
            "treatment:new_task",
        ),
        frozenset(),
    ),
    "learning:lessons": frozenset({Role.CLINIC_LEAD, Role.CONSULTANT, Role.MANAGER, Role.AUDITOR}),
    "learning:rule": frozenset({Role.CLINIC_LEAD, Role.ADMIN}),
    "training:desk": COURSE_ROLES,
    "training:publish": COURSE_ROLES,
    "training:cancel": COURSE_ROLES,
    "training:participants": COURSE_ROLES,
    "training:sheet": COURSE_ROLES,
    "training:exam": COURSE_ROLES,
    "training:correct": COURSE_ROLES,
    "training:finish": COURSE_ROLES,
    "training:cancel_registration": COURSE_ROLES,
    "training:revoke": COURSE_ROLES,
}
"""Name → staff roles that may open this page, which belongs to nobody in person."""
