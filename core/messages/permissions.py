"""Who may look after the outbox."""

import rules

from core.jobs.permissions import runs_the_portal

rules.add_perm("outbox.view_message", runs_the_portal)
rules.add_perm("outbox.resend_message", runs_the_portal)
