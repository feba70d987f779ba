"""Courses, sessions, registration, attendance, examination, certificates; used by clusters and by the clinic."""
