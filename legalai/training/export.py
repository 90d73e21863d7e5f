"""A fine-tuned model -> the folder that ships: int8 ONNX weights, tokenizer, model.json."""

import json
import shutil
import tempfile
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import MODEL_TYPES, optimize_model
from torch import Tensor, nn
from transformers import AutoModelForTokenClassification, AutoTokenizer, PreTrainedModel

from legalai.evaluation.cuad import LabelledContract
from legalai.export.files import write_whole
from legalai.extract.clauses.clause_model import DESCRIPTION, LAYOUT, WEIGHTS
from legalai.extract.clauses.joins import JOINS
from legalai.extract.clauses.lexical_model import LEXICAL_WEIGHTS
from legalai.labels import CUAD_CATEGORIES
from legalai.training.config import TrainConfig
from legalai.training.examples import labelled_passages
from legalai.training.joins import fit_joins
from legalai.training.lexical import fit_lexical

_TOKENIZER_FILES = ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt")


class _MeanLogits(nn.Module):
    """One or several classifiers with plain tensors in and out, as ONNX wants it. What they say is averaged."""

    def __init__(self, members: Sequence[PreTrainedModel]) -> None:
        super().__init__()
        for member in members[1:]:
            _share_embeddings(member, members[0])
        self.members = nn.ModuleList(members)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Shapes: input_ids, attention_mask [B, L]; result [B, L, C]."""
        said = [member(input_ids=input_ids, attention_mask=attention_mask).logits for member in self.members]
        return torch.stack(said).mean(dim=0)


def _share_embeddings(member: PreTrainedModel, other: PreTrainedModel) -> None:
    """Word embeddings that stayed as they were are half of an encoder's weights: they are written once."""
    own: Any = member.get_input_embeddings()
    others: Any = other.get_input_embeddings()
    if torch.equal(own.weight, others.weight):
        member.set_input_embeddings(others)


def export_onnx(finished: Sequence[Path], target: Path) -> None:
    """Write the fp32 graph of fine-tuned models, averaged, to `target`, with batch and length left open.

    The exporter is torch's older one: onnxruntime's optimiser knows the patterns it writes, and turns each layer's
    attention into one operator. It has no name for every kind of encoder; one it does not know stays as exported.
    """
    members = [
        AutoModelForTokenClassification.from_pretrained(str(folder), attn_implementation="eager").eval()
        for folder in finished
    ]
    ids = torch.ones((2, 16), dtype=torch.long)
    names = ["input_ids", "attention_mask", "logits"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of branches that depend on shapes: a test reads texts of several lengths
        torch.onnx.export(
            _MeanLogits(members).eval(),
            (ids, torch.ones_like(ids)),
            target,
            dynamo=False,
            opset_version=17,
            input_names=names[:2],
            output_names=names[2:],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in names},
        )
    config = members[0].config
    if config.model_type in MODEL_TYPES:
        options = FusionOptions(config.model_type)
        options.enable_embed_layer_norm = False  # it loses its way where several encoders share a mask
        fused = optimize_model(
            str(target),
            model_type=config.model_type,
            num_heads=config.num_attention_heads,
            hidden_size=config.hidden_size,
            optimization_options=options,
            opt_level=0,  # onnxruntime does the rest when it loads the graph
        )
        fused.save_model_to_file(str(target))


def quantise(fp32: Path, int8: Path) -> None:
    """Weights to 8 bits, one scale per output channel; activations are scaled at run time."""
    # What fused operators put out is a float, which onnx cannot infer.
    known = {"DefaultTensorType": TensorProto.FLOAT}
    quantize_dynamic(fp32, int8, weight_type=QuantType.QInt8, per_channel=True, extra_options=known)


def write_models(
    finished: Sequence[Path],
    contracts: Sequence[LabelledContract],
    folder: Path,
    *,
    fp32: Path,
    config: TrainConfig,
    report: Callable[[str], None],
) -> None:
    """Write the fine-tuned encoders as one graph; fit the lexical model and the joins, and write them beside it."""
    _write_encoder(finished, folder, fp32=fp32, config=config)
    report("fitting the lexical model and the joins")
    fit_lexical(*labelled_passages(contracts), config.lexical).save(folder / LEXICAL_WEIGHTS)
    write_whole(folder / JOINS, fit_joins(contracts).as_json())


def _write_encoder(finished: Sequence[Path], folder: Path, *, fp32: Path, config: TrainConfig) -> None:
    """Write weights, tokenizer and model.json; `fp32` is where the graph before quantisation goes.

    The graph is quantised before anything in `folder` is replaced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        int8 = Path(scratch) / WEIGHTS
        export_onnx(finished, fp32)
        quantise(fp32, int8)
        AutoTokenizer.from_pretrained(str(finished[0])).save_pretrained(scratch)
        for file in _TOKENIZER_FILES:
            if (Path(scratch) / file).is_file():
                shutil.move(Path(scratch) / file, folder / file)
        shutil.move(int8, folder / WEIGHTS)
    described = {
        "layout": LAYOUT,
        "name": config.name,
        "labels": list(CUAD_CATEGORIES),
        "window": config.windows.size,
        "overlap": config.windows.size // 2,
        "decoding": config.decoding.model_dump(),
    }
    (folder / DESCRIPTION).write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")
