"""Read models of clusters, for public pages and for the desk; each function makes a fixed number of queries."""

from programs.clusters.selectors.effects import Effect, Survey, before_after, history, satisfaction
from programs.clusters.selectors.market import ExportLine, Exports, Mark, exports, public_exports, trademarks
from programs.clusters.selectors.network import ChainLink, Network, public_network, relations, value_chain
from programs.clusters.selectors.overview import (
    ClusterCard,
    Fact,
    Overview,
    cards,
    courses,
    facts,
    find,
    gatherings,
    overview,
    products,
    programmes,
)
from programs.clusters.selectors.project import PhaseStep, PlanProgress, action_plan, contracts, phases
from programs.clusters.selectors.technology import Needs, needs

__all__ = [
    "ChainLink",
    "ClusterCard",
    "Effect",
    "ExportLine",
    "Exports",
    "Fact",
    "Mark",
    "Needs",
    "Network",
    "Overview",
    "PhaseStep",
    "PlanProgress",
    "Survey",
    "action_plan",
    "before_after",
    "cards",
    "contracts",
    "courses",
    "exports",
    "facts",
    "find",
    "gatherings",
    "history",
    "needs",
    "overview",
    "phases",
    "products",
    "programmes",
    "public_exports",
    "public_network",
    "relations",
    "satisfaction",
    "trademarks",
    "value_chain",
]
