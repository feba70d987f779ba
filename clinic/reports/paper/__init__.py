"""What a diagnostic report says, as pieces of paper (core/pdf/blocks.py) in the active language.

It is worked out once, when a version is made, and frozen as it is: what the team signs is what the paper says.
"""
