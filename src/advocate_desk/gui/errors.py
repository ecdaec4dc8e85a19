"""Two families of errors: a refusal becomes a sentence, a bug becomes a crash report."""

from advocate_desk.desk.crash_reports import write_crash_report as crash_report
from advocate_desk.model.sentences import finding_sentence, sentence

__all__ = ["crash_report", "finding_sentence", "sentence"]
