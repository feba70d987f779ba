"""Who belongs to a cluster, who stands around it, and who has to do with whom."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import LegalEntity, Person
from core.audit import audited
from estates.models import County, Trade
from estates.models.naming import Named, search_index
from programs.clusters.choices import ChainRole, RelationKind, StakeholderKind
from programs.clusters.models.cluster import Cluster
from programs.clusters.querysets import MemberQuerySet


@audited(exclude=("search_key", "sort_key"))
class ClusterMember(Named):
    """A firm or workshop of a cluster. By name it is public only when it agreed; its contact never is."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="members", verbose_name=_("cluster"))
    legal_entity = models.ForeignKey(
        LegalEntity, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("legal entity")
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    role = models.CharField(_("place in the value chain"), max_length=16, choices=ChainRole.choices)
    trade = models.ForeignKey(
        Trade, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("trade")
    )
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+", verbose_name=_("county"))
    staff = models.PositiveIntegerField(_("staff"), null=True, blank=True)
    joined_on = models.DateField(_("joined on"))
    left_on = models.DateField(_("left on"), null=True, blank=True)
    contact_name = models.CharField(_("contact person"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=15, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    is_public = models.BooleanField(
        _("named on the public page"), default=False, help_text=_("Only when the firm has agreed.")
    )
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)
    updated_at = models.DateTimeField(_("changed"))

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member of a cluster")
        verbose_name_plural = _("members of clusters")
        ordering = ["sort_key", "id"]
        indexes = [
            search_index("cluster_member_search"),
            models.Index(fields=["cluster", "role"], name="cluster_member_by_role"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["cluster", "name"], name="cluster_member_once", condition=Q(left_on__isnull=True)
            ),
            models.CheckConstraint(
                name="cluster_member_one_party", condition=Q(legal_entity__isnull=True) | Q(person__isnull=True)
            ),
            models.CheckConstraint(name="cluster_member_role_known", condition=Q(role__in=ChainRole.values)),
            models.CheckConstraint(
                name="cluster_member_left_after_joining",
                condition=Q(left_on__isnull=True) | Q(left_on__gt=F("joined_on")),
            ),
        ]

    def searched_texts(self) -> tuple[str, ...]:
        """Names of the member."""
        return self.name, self.name_en


@audited()
class Stakeholder(models.Model):
    """Somebody who matters to a cluster without being a member."""

    cluster = models.ForeignKey(
        Cluster, on_delete=models.PROTECT, related_name="stakeholders", verbose_name=_("cluster")
    )
    name = models.CharField(_("name"), max_length=160)
    name_en = models.CharField(_("English name"), max_length=160, blank=True)
    kind = models.CharField(_("kind"), max_length=16, choices=StakeholderKind.choices)
    note = models.CharField(_("note"), max_length=300, blank=True)
    is_public = models.BooleanField(_("named on the public page"), default=True)
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)

    class Meta:
        verbose_name = _("stakeholder")
        verbose_name_plural = _("stakeholders")
        ordering = ["cluster", "kind", "name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["cluster", "name"], name="cluster_stakeholder_once"),
            models.CheckConstraint(name="cluster_stakeholder_kind_known", condition=Q(kind__in=StakeholderKind.values)),
        ]

    def __str__(self) -> str:
        return self.name


@audited()
class Relation(models.Model):
    """One node of a cluster does something for another; a node is a member or a stakeholder of that cluster."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="relations", verbose_name=_("cluster"))
    from_member = models.ForeignKey(
        ClusterMember, on_delete=models.PROTECT, null=True, blank=True, related_name="relations_from",
        verbose_name=_("from the member"),
    )  # fmt: skip
    from_stakeholder = models.ForeignKey(
        Stakeholder, on_delete=models.PROTECT, null=True, blank=True, related_name="relations_from",
        verbose_name=_("from the stakeholder"),
    )  # fmt: skip
    to_member = models.ForeignKey(
        ClusterMember, on_delete=models.PROTECT, null=True, blank=True, related_name="relations_to",
        verbose_name=_("to the member"),
    )  # fmt: skip
    to_stakeholder = models.ForeignKey(
        Stakeholder, on_delete=models.PROTECT, null=True, blank=True, related_name="relations_to",
        verbose_name=_("to the stakeholder"),
    )  # fmt: skip
    kind = models.CharField(_("relation"), max_length=16, choices=RelationKind.choices)
    strength = models.PositiveSmallIntegerField(_("strength (1 to 3)"), default=1)
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["cluster", "kind", "id"]
        constraints = [
            models.CheckConstraint(
                name="cluster_relation_one_from",
                condition=Q(from_member__isnull=False, from_stakeholder__isnull=True)
                | Q(from_member__isnull=True, from_stakeholder__isnull=False),
            ),
            models.CheckConstraint(
                name="cluster_relation_one_to",
                condition=Q(to_member__isnull=False, to_stakeholder__isnull=True)
                | Q(to_member__isnull=True, to_stakeholder__isnull=False),
            ),
            models.CheckConstraint(
                name="cluster_relation_between_two",
                condition=~Q(from_member__isnull=False, from_member=F("to_member"))
                & ~Q(from_stakeholder__isnull=False, from_stakeholder=F("to_stakeholder")),
            ),
            models.CheckConstraint(name="cluster_relation_kind_known", condition=Q(kind__in=RelationKind.values)),
            models.CheckConstraint(name="cluster_relation_strength", condition=Q(strength__gte=1, strength__lte=3)),
            models.UniqueConstraint(
                fields=["from_member", "from_stakeholder", "to_member", "to_stakeholder", "kind"],
                name="cluster_relation_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.kind} {self.target}"

    @property
    def source(self) -> ClusterMember | Stakeholder:
        """The node that does something."""
        return self.from_member or self.from_stakeholder  # type: ignore[return-value]  # the CHECK sees to it

    @property
    def target(self) -> ClusterMember | Stakeholder:
        """The node for which it is done."""
        return self.to_member or self.to_stakeholder  # type: ignore[return-value]  # the CHECK sees to it
