"""Instruments at the staff desk."""

from clinic.instruments.admin import instruments, questions, weights

__all__ = ["instruments", "questions", "weights"]
