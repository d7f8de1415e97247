from reports.models.documents import Document, DocumentDamaged
from reports.models.evaluations import (
    ChangedMeanwhile,
    DraftOutdated,
    Evaluation,
    EvaluationFinalised,
)

__all__ = [
    "ChangedMeanwhile",
    "Document",
    "DocumentDamaged",
    "DraftOutdated",
    "Evaluation",
    "EvaluationFinalised",
]
