"""Land at the staff desk: every change goes through a service."""

from estates.admin import facts, places, plots, site_plans, tariffs

__all__ = ["facts", "places", "plots", "site_plans", "tariffs"]
