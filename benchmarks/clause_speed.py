"""What one pass of the clause model costs, beside the published recipe and beside the limit of the processor.

    python benchmarks/clause_speed.py CUAD_v1.json > models/clauses-en/speed.txt

Three things run in turn, round after round, on the same cores:
- ours: the clause model over whole contracts, 41 types in one pass, words and decoding included;
- the recipe: RoBERTa-base as CUAD's authors ran it, windows of 512 with a stride of 256, one pass for each of 41
  questions. Its weights are random: they cost the same time. A few windows are timed and multiplied by their number;
- the limit: the encoder's matrix products alone, in 8 bits, as fast as onnxruntime multiplies matrices of their shapes.
Prints medians and ratios. Needs the training extra and torch.
"""

import statistics
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper
from transformers import RobertaConfig, RobertaForQuestionAnswering

from legalai.evaluation.cuad import read_cuad
from legalai.extract.clauses.clause_model import ClauseModel
from legalai.extract.clauses.finder import ClauseFinder
from legalai.extract.facts import sections
from legalai.extract.pipeline import SECTION_SIZE
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of
from legalai.labels import CUAD_CATEGORIES
from legalai.resources import model_folder

ROUNDS, CONTRACTS = 5, 4
_RECIPE_WINDOWS, _WINDOW, _STRIDE = 2, 512, 256
# Two encoders of the shape of all-MiniLM-L6-v2: layers of both, width, inner width.
_LAYERS, _WIDTH, _INNER = 2 * 6, 384, 1536


def seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def recipe() -> Callable[[], object]:
    model = RobertaForQuestionAnswering(RobertaConfig(vocab_size=50265, max_position_embeddings=514)).eval()
    ids = torch.randint(10, 50_000, (_RECIPE_WINDOWS, _WINDOW))

    def run() -> None:
        with torch.inference_mode():
            model(ids)

    return run


def products(rows: int) -> Callable[[], object]:
    """The integer products of all layers for `rows` tokens: four of width x width, and two with the inner width."""
    shapes = [(_WIDTH, _WIDTH)] * 4 + [(_WIDTH, _INNER), (_INNER, _WIDTH)]
    nodes, inputs, outputs, feeds = [], [], [], {}
    rng = np.random.default_rng(1)
    weights = []
    for i, (n_in, n_out) in enumerate(shapes):
        nodes.append(helper.make_node("MatMulInteger", [f"a{i}", f"b{i}"], [f"c{i}"]))
        inputs.append(helper.make_tensor_value_info(f"a{i}", TensorProto.UINT8, [rows, n_in]))
        outputs.append(helper.make_tensor_value_info(f"c{i}", TensorProto.INT32, [rows, n_out]))
        weights.append(onnx.numpy_helper.from_array(rng.integers(-127, 127, (n_in, n_out), dtype=np.int8), f"b{i}"))
        feeds[f"a{i}"] = rng.integers(0, 255, (rows, n_in), dtype=np.uint8)
    graph = helper.make_graph(nodes, "products", inputs, outputs, weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])

    def run() -> None:
        for _ in range(_LAYERS):
            session.run(None, feeds)

    return run


def main(data: Path) -> None:
    torch.set_flush_denormal(True)
    model = ClauseModel.load(model_folder("clauses-en"))
    finder = ClauseFinder(model)
    documents = [document_of(c.text, name=c.title) for c in islice(read_cuad(data), CONTRACTS)]
    parts = [(d.text, part) for d in documents for part in sections(find_passages(d), size=SECTION_SIZE)]
    tokens = sum(len(model.tokenizer(text[part.start : part.end], verbose=False)["input_ids"]) for text, part in parts)
    windows = -(-max(tokens - _STRIDE, 1) // _STRIDE)
    read_twice = tokens * model.window / (model.window - model.overlap)  # windows share tokens
    batch = 8 * model.window
    run_recipe, run_products = recipe(), products(batch)
    ours, theirs, limits = [], [], []
    for _ in range(ROUNDS):
        ours.append(seconds(lambda: [finder.read(text, part, ()) for text, part in parts]))
        theirs.append(seconds(run_recipe) / _RECIPE_WINDOWS * windows * len(CUAD_CATEGORIES))
        limits.append(seconds(run_products) / batch * read_twice)
    per = 10_000 / sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} contracts, {tokens} tokens, {ROUNDS} rounds; seconds for 10,000 words, medians")
    print(f"ours                 {statistics.median(ours) * per:10.2f}")
    print(f"the recipe           {statistics.median(theirs) * per:10.2f}")
    print(f"the products alone   {statistics.median(limits) * per:10.2f}")
    recipe_ratio = statistics.median(b / a for a, b in zip(ours, theirs, strict=True))
    limit_ratio = statistics.median(b / a for a, b in zip(ours, limits, strict=True))
    print(f"the recipe takes {recipe_ratio:.0f} times ours; the products alone are {limit_ratio:.0%} of ours")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
