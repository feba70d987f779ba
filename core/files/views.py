"""Files are served here and nowhere else."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from core import clock
from core.files import services
from core.files.access import Grant, grant_for
from core.files.choices import FileKind
from core.files.models import StoredFile

# Even a file that fooled every check may neither run, nor load, nor be framed, nor be read by another site.
SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}
PRIVATE = "private, no-store"
PUBLIC = "private, max-age=3600"


@login_not_required
@require_safe
def open_file(request: HttpRequest, file_id: uuid.UUID) -> HttpResponseBase:
    """The file. Photos of public pages for everybody; everything else after its own question, and on record."""
    return _answer(request, file_id, small=False)


@login_not_required
@require_safe
def thumbnail(request: HttpRequest, file_id: uuid.UUID) -> HttpResponseBase:
    """The small picture of the file, for those who may open the file."""
    return _answer(request, file_id, small=True)


def _answer(request: HttpRequest, file_id: uuid.UUID, *, small: bool) -> HttpResponseBase:
    file = StoredFile.objects.select_related("thumbnail").filter(pk=file_id, thumbnail_of__isnull=True).first()
    grant = grant_for(request.user, file) if file is not None else None
    if file is None or grant is None:
        # The same answer for what is not there and for what is not theirs.
        if request.user.is_authenticated:
            raise Http404
        return redirect_to_login(request.get_full_path())
    shown = file.thumbnail if small else file
    if shown is None:
        raise Http404
    return _response(request, file, shown, grant)


def _response(request: HttpRequest, file: StoredFile, shown: StoredFile, grant: Grant) -> FileResponse:
    if not grant.public:
        by = request.user if request.user.is_authenticated else None
        services.log_look(file, by=by, now=clock.now(), purpose=grant.purpose)
    response = FileResponse(
        services.open_unlogged(shown),
        content_type=shown.content_type,
        filename=shown.original_name,
        # A browser's PDF viewer does not work in a sandbox: papers are saved and opened from there.
        as_attachment=shown.kind == FileKind.PDF,
    )
    for name, value in SAFE_HEADERS.items():
        response[name] = value
    response["Cache-Control"] = PUBLIC if grant.public else PRIVATE
    return response
