"""Pages of calls and applications for visitors and applicants."""
