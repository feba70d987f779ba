"""What is tidied away, and what never is."""

from __future__ import annotations

import errno
import os
from datetime import timedelta

import pytest

from accounts.choices import ApplicantKind
from accounts.models import Applicant, Document, Person
from core.audit.models import Entry
from core.files import access, intake, services, storage
from core.files.errors import StorageFull
from core.files.models import StoredFile
from core.jobs import services as jobs
from core.jobs.registry import PERIODIC
from tests.core.files.uploads import jpeg, upload

pytestmark = pytest.mark.django_db


def age(path, now, days):
    moment = (now - timedelta(days=days)).timestamp()
    os.utime(path, (moment, moment))


def test_an_upload_nothing_refers_to_is_erased_after_a_week(sara, now, disk, django_capture_on_commit_callbacks):
    file = intake.store(upload(jpeg()), by=sara, now=now)
    assert services.tidy(now=now + timedelta(days=7))["erased"] == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert services.tidy(now=now + timedelta(days=7, seconds=1))["erased"] == 1
    file.refresh_from_db()
    assert file.erased_at and disk() == []
    assert Entry.objects.get(action="files.file.erased").actor is None
    assert intake.store(upload(jpeg()), by=sara, now=now) != file


def test_an_upload_something_refers_to_is_kept_for_ever(sara, now, disk):
    file = intake.store(upload(jpeg()), by=sara, now=now)
    person = Person.objects.create(
        national_code=sara.national_code, first_name="سارا", last_name="محمدی", created_at=now, updated_at=now
    )
    owner = Applicant.objects.create(kind=ApplicantKind.PERSON, person=person, created_at=now)
    Document.objects.create(owner=owner, kind="national_card", file=file, added_by=sara, created_at=now)
    services.tidy(now=now + timedelta(days=4000))
    file.refresh_from_db()
    assert file.erased_at is None and len(disk()) == 2


def test_every_model_that_holds_files_is_asked():
    labels = {key.model._meta.label for key in access.references()}
    assert "accounts.Document" in labels
    assert not {label for label in labels if label.endswith("Event") or label.startswith("files.")}


def test_bytes_without_a_row_and_old_workrooms_are_removed_after_a_day(sara, now, media, disk):
    kept = intake.store(upload(jpeg()), by=sara, now=now)
    litter = media / "ab" / "cd" / "abcd"
    room = media / ".incoming" / "left"
    litter.parent.mkdir(parents=True)
    room.mkdir(parents=True)
    litter.write_bytes(b"x")
    (room / "source").write_bytes(b"x")
    age(litter, now, 0.5), age(room, now, 0.5)
    assert services.tidy(now=now) == {"erased": 0, "litter": 0}
    for path in [*disk(), room]:
        age(path, now, 2)
    assert services.tidy(now=now) == {"erased": 0, "litter": 2}
    assert {path.name for path in disk()} == {storage.path_of(f.path).name for f in StoredFile.objects.all()}
    assert storage.open_kept(kept.path).read(3) == b"\xff\xd8\xff"


def test_tidying_comes_back_every_day_by_itself(now, monkeypatch):
    monkeypatch.setattr("core.jobs.registry.PERIODIC", {"files.tidy": PERIODIC["files.tidy"]})
    jobs.plan(now=now)
    assert jobs.drain(now=now, kinds=("files.tidy",)) == 1


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_no_space_has_its_own_name_and_other_failures_keep_theirs(number):
    with pytest.raises(StorageFull), storage.no_space_is_named():
        raise OSError(number, "full")
    with pytest.raises(PermissionError), storage.no_space_is_named():
        raise PermissionError(errno.EACCES, "not yours")


@pytest.mark.parametrize("path", ["../outside", "/etc/passwd", "ab/../../x"])
def test_no_path_leaves_the_store(path):
    with pytest.raises(ValueError, match="below the root"):
        storage.path_of(path)
