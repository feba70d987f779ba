"""Files of treatment: letters, answers, papers of an outcome, plans answered on paper. Looks at them stand among those of the case."""

from __future__ import annotations

from clinic.cases import files
from clinic.treatment.permissions import READ_LETTERS, READ_PAPER, READ_RESULTS

files.register("treatment.Referral", case_path="case", file_field="pdf", also=("answer_file",), permission=READ_LETTERS)
files.register("treatment.Outcome", case_path="case", permission=READ_RESULTS)
files.register("treatment.PaperAnswer", case_path="plan__case", permission=READ_PAPER)
