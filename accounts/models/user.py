"""The account of a person."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, PermissionsMixin
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who can sign in; the national code is the name."""

    national_code = models.CharField(_("national code"), max_length=10, unique=True)
    phone = models.CharField(_("mobile"), max_length=11, unique=True)
    email = models.EmailField(_("e-mail"), blank=True)
    first_name = models.CharField(_("first name"), max_length=60)
    last_name = models.CharField(_("last name"), max_length=80)
    is_staff = models.BooleanField(_("staff"), default=False)
    is_active = models.BooleanField(_("active"), default=True)

    USERNAME_FIELD = "national_code"
    REQUIRED_FIELDS = ["phone", "first_name", "last_name"]
