"""Words the tables of people are made of."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person is for. `APPLICANT` is never granted: every active account without a staff role has it."""

    APPLICANT = "applicant", _("Applicant")
    OFFICER = "officer", _("Reviewing officer")
    SCORER = "scorer", _("Scorer")
    COMMITTEE = "committee", _("Committee member")
    FINANCE = "finance", _("Finance officer")
    TECHNICAL = "technical", _("Technical officer")
    PROGRAMME_OFFICER = "programme_officer", _("Programme officer")
    MANAGER = "manager", _("Manager")
    CLINIC_LEAD = "clinic_lead", _("Clinic lead")
    CONSULTANT = "consultant", _("Clinic consultant")
    AUDITOR = "auditor", _("Auditor")
    ADMIN = "admin", _("Administrator")


STAFF_ROLES = frozenset(role for role in Role if role is not Role.APPLICANT)
"""Roles that are granted, and with which a person comes to the staff desk."""


class Gender(models.TextChoices):
    """As on the national card; some licences have different ages for women and men."""

    FEMALE = "F", _("Woman")
    MALE = "M", _("Man")


class County(models.TextChoices):
    """Where a person lives: the counties of Zanjan, or elsewhere. The codes are those of estates.County."""

    ZANJAN = "zanjan", _("Zanjan")
    ABHAR = "abhar", _("Abhar")
    KHODABANDEH = "khodabandeh", _("Khodabandeh")
    KHORRAMDARREH = "khorramdarreh", _("Khorramdarreh")
    TAROM = "tarom", _("Tarom")
    MAHNESHAN = "mahneshan", _("Mahneshan")
    IJRUD = "ijrud", _("Ijrud")
    SOLTANIEH = "soltanieh", _("Soltanieh")
    OTHER = "other", _("Another province")


class EntityKind(models.TextChoices):
    """Legal form of an entity, as in the companies register."""

    LIMITED = "limited", _("Limited liability company")
    PRIVATE_JOINT_STOCK = "private_joint_stock", _("Private joint-stock company")
    PUBLIC_JOINT_STOCK = "public_joint_stock", _("Public joint-stock company")
    COOPERATIVE = "cooperative", _("Cooperative")
    INSTITUTE = "institute", _("Institute")
    OTHER = "other", _("Other")


class ApplicantKind(models.TextChoices):
    """Which of the two kinds of person an applicant is."""

    PERSON = "person", _("Natural person")
    LEGAL_ENTITY = "legal_entity", _("Legal entity")


class SpecialGroup(models.TextChoices):
    """Groups to which law or a call may give something; evidence is asked for each (domain notes §1.1, §6.3)."""

    ISARGAR = "isargar", _("Isargar (veteran or martyr's family)")
    WOMAN_HEAD = "woman_head_of_household", _("Woman who heads a household")
    DISABILITY = "disability", _("Person with a disability")
    ELITE = "elite", _("Elite, introduced by the National Elites Foundation")
    INVENTOR = "inventor", _("Inventor")
    KNOWLEDGE_BASED = "knowledge_based", _("Knowledge-based company")
    COOPERATIVE = "cooperative", _("Cooperative")


class DocumentKind(models.TextChoices):
    """Papers a person keeps in the vault and shows to calls (domain notes §6.2)."""

    NATIONAL_CARD = "national_card", _("National card")
    BIRTH_CERTIFICATE = "birth_certificate", _("Birth certificate")
    CRAFT_CARD = "craft_card", _("Craft identity card")
    CRAFT_LICENCE_INDIVIDUAL = "craft_licence_individual", _("Individual craft production licence")
    CRAFT_LICENCE_WORKSHOP = "craft_licence_workshop", _("Workshop craft production licence")
    ESTABLISHMENT_LICENCE = "establishment_licence", _("Establishment licence")
    GAZETTE = "gazette", _("Official gazette")
    ARTICLES_OF_ASSOCIATION = "articles_of_association", _("Articles of association")
    FEASIBILITY_STUDY = "feasibility_study", _("Feasibility study")
    POWER_OF_ATTORNEY = "power_of_attorney", _("Power of attorney")
    WORKPLACE_PHOTO = "workplace_photo", _("Photo of the workplace")
    INSURANCE_LIST = "insurance_list", _("Social security list of workers")
    AUTHENTICITY_SEAL = "authenticity_seal", _("Authenticity seal or award")
    SPECIAL_GROUP_EVIDENCE = "special_group_evidence", _("Evidence of a special group")
    OTHER = "other", _("Other paper")


class DocumentStatus(models.TextChoices):
    """Life of a paper in the vault: what was shown to a call stays readable after it was replaced."""

    ACTIVE = "ACTIVE", _("In use")
    REPLACED = "REPLACED", _("Replaced")
    WITHDRAWN = "WITHDRAWN", _("Taken out")


class CodePurpose(models.TextChoices):
    """What a code sent to a phone is good for; one for another purpose is refused."""

    SIGN_UP = "sign_up", _("Sign up")
    SIGN_IN = "sign_in", _("Sign in")
    RESET = "reset", _("New password")
    CHANGE_PHONE = "change_phone", _("New mobile number")
    SIGN_ON = "sign_on", _("First sign-in by the national sign-on")
