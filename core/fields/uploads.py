"""Several files in one box. What is in them is looked at by the store, not here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

IMAGES = "image/jpeg,image/png,image/webp"
IMAGES_AND_PDF = f"{IMAGES},application/pdf"


class SeveralFiles(forms.FileInput):
    """A box for several files at once."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """All of them; one where the sender gives only one."""
        return files.getlist(name) if hasattr(files, "getlist") else [files[name]] if name in files else []


class SeveralFilesField(forms.FileField):
    """A list of files, at most `most`; empty ones are left to the store to refuse."""

    widget = SeveralFiles
    most = 8

    def __init__(self, *, accept: str = IMAGES_AND_PDF, **kwargs: Any) -> None:
        kwargs.setdefault("widget", SeveralFiles({"accept": accept, "multiple": True}))
        super().__init__(allow_empty_file=True, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """The files, at most `most`."""
        files = [super(SeveralFilesField, self).clean(file, initial) for file in data or []]
        if self.required and not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(files) > self.most:
            raise forms.ValidationError(_("At most %(most)s files at once."), code="many", params={"most": self.most})
        return files
