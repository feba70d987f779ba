"""The module stands alone, so that the engine, the verifier and the forms can share it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_core_persian_is_imported_without_django_or_another_app() -> None:
    program = (
        "import importlib, pkgutil, sys, core.persian\n"
        "for found in pkgutil.iter_modules(core.persian.__path__):\n"
        "    importlib.import_module(f'core.persian.{found.name}')\n"
        "ours = sorted(name for name in sys.modules if name.startswith('core'))\n"
        "foreign = [name for name in sys.modules if name.split('.')[0] in ('django', 'rest_framework', 'celery')]\n"
        "assert not foreign, foreign\n"
        "assert all(name == 'core' or name.startswith('core.persian') for name in ours), ours\n"
        "print(len(ours))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert result.returncode == 0, result.stderr
    assert int(result.stdout) > 9
