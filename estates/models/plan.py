"""What a site plan shows besides plots, and the files plans came from."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.files.models import StoredFile
from estates.choices import PlanFeatureKind, PlanImportStatus
from estates.models.estate import Estate
from estates.models.shape import Shape, whole_shape


@audited()
class PlanFeature(Shape):
    """A street, a green, a building of the estate: drawn beneath the plots, never given to anybody."""

    estate = models.ForeignKey(Estate, on_delete=models.PROTECT, related_name="plan_features", verbose_name=_("estate"))
    kind = models.CharField(_("kind"), max_length=12, choices=PlanFeatureKind.choices)
    name = models.CharField(_("name"), max_length=120, blank=True)
    position = models.PositiveIntegerField(_("position"))

    class Meta:
        verbose_name = _("drawing of a site plan")
        verbose_name_plural = _("drawings of site plans")
        ordering = ["estate", "position"]
        constraints = [
            models.UniqueConstraint(fields=["estate", "position"], name="plan_feature_place_once"),
            models.CheckConstraint(name="plan_feature_kind_known", condition=Q(kind__in=PlanFeatureKind.values)),
            whole_shape("plan_feature_shape_whole"),
        ]

    def __str__(self) -> str:
        return self.name or self.get_kind_display()


@audited(exclude=("content",))
class SitePlanImport(models.Model):
    """A site plan somebody handed in: what the check found, and whether it was brought in."""

    estate = models.ForeignKey(Estate, on_delete=models.PROTECT, related_name="plan_imports", verbose_name=_("estate"))
    file_name = models.CharField(_("file"), max_length=120)
    content = models.TextField(_("content"))
    sha256 = models.CharField(_("digest"), max_length=64)
    status = models.CharField(_("status"), max_length=12, choices=PlanImportStatus.choices)
    issues = models.JSONField(_("errors"), default=list)
    summary = models.JSONField(_("what changes"), default=dict)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("handed in by")
    )
    uploaded_at = models.DateTimeField(_("handed in"))
    applied_at = models.DateTimeField(_("brought in"), null=True, blank=True)

    class Meta:
        verbose_name = _("site plan import")
        verbose_name_plural = _("site plan imports")
        ordering = ["-uploaded_at", "-id"]
        constraints = [
            models.CheckConstraint(name="plan_import_status_known", condition=Q(status__in=PlanImportStatus.values)),
            models.CheckConstraint(
                name="plan_import_applied_has_date",
                condition=Q(status=PlanImportStatus.APPLIED, applied_at__isnull=False)
                | (~Q(status=PlanImportStatus.APPLIED) & Q(applied_at__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


@audited()
class EstatePhoto(models.Model):
    """A photo of an estate, from the file store."""

    estate = models.ForeignKey(Estate, on_delete=models.PROTECT, related_name="photos", verbose_name=_("estate"))
    file = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, related_name="estate_photo", verbose_name=_("photo")
    )
    caption = models.CharField(_("caption"), max_length=200)
    credit = models.CharField(_("photographer or source"), max_length=120, blank=True)
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("photo of an estate")
        verbose_name_plural = _("photos of estates")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.caption
