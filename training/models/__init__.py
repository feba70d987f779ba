"""Courses, sessions, registrations, attendance, results of examinations, certificates."""

from training.models.certificate import CERTIFICATE_PREFIX, Certificate
from training.models.course import Course, Session
from training.models.registration import Registration
from training.models.results import Attendance, ExamResult

__all__ = ["CERTIFICATE_PREFIX", "Attendance", "Certificate", "Course", "ExamResult", "Registration", "Session"]
