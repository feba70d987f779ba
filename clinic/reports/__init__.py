"""The diagnostic report and the clinic's figures."""
