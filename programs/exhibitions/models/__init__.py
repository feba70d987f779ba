"""Tables of exhibitions."""

from programs.exhibitions.models.exhibition import Booth, Criterion, Exhibition, ExhibitionCluster
from programs.exhibitions.models.procedure import BoothAward, BoothDraw, BoothRun, FrozenRequests
from programs.exhibitions.models.report import ExhibitionResult, TripCost
from programs.exhibitions.models.request import BoothChoice, BoothRequest, RequestPoints

__all__ = [
    "Booth",
    "BoothAward",
    "BoothChoice",
    "BoothDraw",
    "BoothRequest",
    "BoothRun",
    "Criterion",
    "Exhibition",
    "ExhibitionCluster",
    "ExhibitionResult",
    "FrozenRequests",
    "RequestPoints",
    "TripCost",
]
