"""Failures of the embedded servers, each with one clear sentence."""


class ServiceError(Exception):
    """A server could not be started, reached or stopped; the message is for the person at the terminal."""
