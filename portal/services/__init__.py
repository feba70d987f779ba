"""The embedded PostgreSQL and Valkey of a machine that has neither.

`using()` is the one door: it starts what is needed and not running, and who leaves last stops it. Users are counted by a
shared lock on one file, which the kernel gives back even when a process is killed.
"""

from portal.services.errors import ServiceError
from portal.services.named import refuse_unusable_database, refuse_unusable_queue
from portal.services.usage import Usage, forget, make_data_folder, using

__all__ = [
    "ServiceError",
    "Usage",
    "forget",
    "make_data_folder",
    "refuse_unusable_database",
    "refuse_unusable_queue",
    "using",
]
