"""Questionnaires as versioned instruments, and the scores that follow from their answers."""
