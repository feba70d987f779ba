"""Addresses below /plots/."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from estates.views import plots


class PlotCodeConverter(StringConverter):
    """Code of a plot: what cannot be one is not an address."""

    regex = "[A-Z0-9-]{2,24}"


register_converter(PlotCodeConverter, "plot_code")

app_name = "plots"

urlpatterns = [
    path("", plots.plot_list, name="list"),
    path("compare/", plots.plot_compare, name="compare"),
    path("<plot_code:code>/", plots.plot_detail, name="detail"),
]
