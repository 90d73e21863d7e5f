"""A fine-tuned model -> the folder that ships: int8 ONNX weights, tokenizer, model.json."""

import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import AutoModelForTokenClassification, AutoTokenizer

from legalai.extract.clauses.clause_model import DESCRIPTION, LAYOUT, WEIGHTS
from legalai.labels import CUAD_CATEGORIES
from legalai.training.config import TrainConfig

_TOKENIZER_FILES = ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt")


class _Logits(nn.Module):
    """The classifier with plain tensors in and out, as ONNX wants it."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Shapes: input_ids, attention_mask [B, L]; result [B, L, C]."""
        return self.model(input_ids=input_ids, attention_mask=attention_mask).logits


def export_onnx(finished: Path, target: Path) -> None:
    """Write the fp32 graph of a fine-tuned model to `target`, with batch and length left open."""
    model = AutoModelForTokenClassification.from_pretrained(str(finished), attn_implementation="eager").eval()
    ids = torch.ones((2, 16), dtype=torch.long)
    batch, length = torch.export.Dim("batch", min=1, max=512), torch.export.Dim("length", min=4, max=512)
    program = torch.onnx.export(
        _Logits(model).eval(),
        (ids, torch.ones_like(ids)),
        dynamo=True,
        input_names=["input_ids", "attention_mask"],
        output_names=["logits"],
        dynamic_shapes=({0: batch, 1: length}, {0: batch, 1: length}),
        verbose=False,
    )
    assert program is not None
    program.save(str(target), external_data=False)


def strip_traces(path: Path) -> None:
    """Take out what the exporter noted of the machine it ran on: source files and lines, node by node."""
    model = onnx.load(path)
    for holder in (model.graph, *model.graph.node, *model.graph.value_info, *model.graph.initializer):
        del holder.metadata_props[:]
        holder.doc_string = ""
    del model.metadata_props[:]
    onnx.save(model, path)


def quantise(fp32: Path, int8: Path) -> None:
    """Weights to 8 bits, one scale per output channel; activations are scaled at run time."""
    quantize_dynamic(fp32, int8, weight_type=QuantType.QInt8, per_channel=True)


def write_model_folder(finished: Path, folder: Path, *, fp32: Path, config: TrainConfig) -> None:
    """Write weights, tokenizer and model.json; `fp32` is where the graph before quantisation goes.

    The graph is quantised before anything in `folder` is replaced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        int8 = Path(scratch) / WEIGHTS
        export_onnx(finished, fp32)
        quantise(fp32, int8)
        strip_traces(int8)
        AutoTokenizer.from_pretrained(str(finished)).save_pretrained(scratch)
        for file in _TOKENIZER_FILES:
            if (Path(scratch) / file).is_file():
                shutil.move(Path(scratch) / file, folder / file)
        shutil.move(int8, folder / WEIGHTS)
    described = {
        "layout": LAYOUT,
        "name": config.name,
        "labels": list(CUAD_CATEGORIES),
        "window": config.windows.size,
        "overlap": config.windows.size // 4,
        "decoding": config.decoding.model_dump(),
    }
    (folder / DESCRIPTION).write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")
