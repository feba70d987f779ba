"""Diagnostic reports and who signed them."""

from clinic.reports.models.report import REPORT_PREFIX, DiagnosticReport, ReportPaper, ReportSignature, SignatureWaiver

__all__ = ["REPORT_PREFIX", "DiagnosticReport", "ReportPaper", "ReportSignature", "SignatureWaiver"]
