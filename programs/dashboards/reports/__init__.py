"""The monthly report: what it says (`content`), and how paper and slides show it (`paper`, `slides`)."""
