"""Calibrate a trained model on the contracts left out of its training, and write down how good it is on them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from legalai.evaluation.clauses import ClauseFigures, ReadContract, as_json, measure, read_contracts
from legalai.evaluation.cuad import LabelledContract
from legalai.export.files import write_whole
from legalai.extract.clauses.clause_model import CALIBRATION, METRICS, ClauseModel
from legalai.extract.clauses.finder import ClauseFinder
from legalai.labels import CUAD_CATEGORIES
from legalai.training.calibrate import cross_fitted, fit_calibration


def calibrate_and_measure(
    folder: Path, contracts: Sequence[LabelledContract], *, fp32: Path, report: Callable[[str], None]
) -> ClauseFigures:
    """Write calibration.json and metrics.json beside the weights, and return the figures.

    The figures are those of scores calibrated without the contracts of the same company, of the int8 graph that ships
    and, to say what quantising cost, of the `fp32` graph it was made from.
    """

    def read(weights: Path | None) -> list[ReadContract]:
        finder = ClauseFinder(ClauseModel.load(folder, weights=weights))
        return read_contracts(contracts, finder, progress=lambda *_: None)

    report(f"reading the {len(contracts)} contracts left out")
    shipped = read(None)
    write_whole(folder / CALIBRATION, fit_calibration(shipped, CUAD_CATEGORIES).as_json())
    report("reading them with the weights before quantisation")
    model = ClauseModel.load(folder)
    before = measure(cross_fitted(read(fp32), CUAD_CATEGORIES), model)
    figures = measure(cross_fitted(shipped, CUAD_CATEGORIES), model, aupr_fp32=before.aupr)
    write_whole(folder / METRICS, as_json(figures))
    report(f"AUPR {figures.aupr} (fp32 {before.aupr}), whole-question F1 {figures.whole_question_f1}")
    return figures


def stand_in(folder: Path, figures: ClauseFigures) -> ClauseFigures:
    """Say in metrics.json that the figures are those of a twin of the model now in the folder, and return them.

    The model has since read the contracts they were measured on, so it has no figures of its own.
    """
    figures = replace(figures, twin_of=ClauseModel.load(folder).sha256)
    write_whole(folder / METRICS, as_json(figures))
    return figures
