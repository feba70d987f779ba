"""Every change of courses, sessions, registrations, attendance, results and certificates."""
