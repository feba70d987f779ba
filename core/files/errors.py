"""Why a file is not taken."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import DomainError, InvalidInput, NotFound, Text

SENTENCES: dict[str, Text] = {
    "empty": _("The file is empty. Choose it again."),
    "too_large": _(
        "The file is larger than %(megabytes)s megabytes. Make it smaller, or take the photo at a lower size."
    ),
    "too_many_pixels": _("The picture has more than %(millions)s million points. Take it again at a lower size."),
    "broken": _("The file is damaged or incomplete and cannot be read. Save or photograph it again."),
    "too_complex": _("The file needs too much work to be opened. Print it to a plain PDF, or photograph the paper."),
    "animated": _("The picture moves. Send a still picture."),
    "unknown_type": _("This kind of file is not accepted. Send a photo (JPEG, PNG, WebP) or a PDF."),
    "heic": _(
        "Photos of the kind HEIC cannot be read here. In the phone's camera settings choose “Most compatible” (JPEG)."
    ),
    "web_page": _("Web pages and drawings (HTML, SVG) are not accepted. Send a photo or a PDF."),
    "office": _("Office documents and archives are not accepted. Save the paper as a PDF, or photograph it."),
    "other_image": _("This kind of picture is not accepted. Save it as JPEG or PNG."),
    "not_an_image": _("A photo is needed here (JPEG, PNG, WebP)."),
    "not_a_pdf": _("A PDF is needed here."),
    "encrypted": _("The PDF is locked with a password. Save it without one."),
    "scripted": _("The PDF holds commands that run by themselves. Print it to a plain PDF and send that."),
    "attachment": _("The PDF holds other files inside. Send each paper on its own."),
    "too_many_pages": _("The PDF has more than %(pages)s pages. Send only the pages that were asked for."),
    "no_pages": _("The PDF has no pages."),
}


class FileRefused(InvalidInput):
    """The file itself cannot be accepted; `code` is a key of `SENTENCES`."""

    default_code = "file_refused"

    def __init__(self, code: str, *, field: str = "file", **params: object) -> None:
        super().__init__(SENTENCES[code], code=code, field=field, params=params or None)


class FileTooLarge(FileRefused):
    """More bytes than one file may have."""

    status = 413


class QuotaExceeded(InvalidInput):
    """The person keeps too much here already."""

    default_message = _("You have stored as much as one person may. Remove papers you no longer need, then try again.")
    default_code = "quota"


class StorageFull(DomainError):
    """The disk is full or broken: nothing was kept, and it is not the person's fault."""

    status = 503
    default_message = _("The file could not be stored just now. Nothing was lost; please try again in a while.")
    default_code = "storage_full"


class FileGone(NotFound):
    """The bytes were erased, as the rules of keeping want it."""

    default_message = _("This file has been erased.")
    default_code = "erased"
