"""Fine-tune a token classifier with one sigmoid per category, on two CPU cores or one GPU."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.data import Dataset
from transformers import (
    AutoModelForTokenClassification,
    AutoTokenizer,
    PreTrainedModel,
    Trainer,
    TrainingArguments,
    set_seed,
)

from legalai.evaluation.cuad import LabelledContract
from legalai.labels import CUAD_CATEGORIES
from legalai.training.config import OptimiserConfig, RoundConfig, TrainConfig, resolve_base
from legalai.training.examples import TokenisedContract, Window, draw_windows, targets, tokenise

# Two of a hundred tokens carry a given label at most: starting there instead of at one half saves the first steps.
_PRIOR = 0.01


class WindowDataset(Dataset[dict[str, Tensor]]):
    """Windows as tensors, targets made when asked for. Special tokens carry no loss."""

    def __init__(self, contracts: Sequence[TokenisedContract], windows: Sequence[Window], cls: int, sep: int) -> None:
        self._contracts, self._windows, self._cls, self._sep = contracts, windows, cls, sep

    def __len__(self) -> int:
        return len(self._windows)

    def __getitem__(self, index: int) -> dict[str, Tensor]:
        window = self._windows[index]
        contract = self._contracts[window.contract]
        ids = np.concatenate([[self._cls], contract.ids[window.start : window.end], [self._sep]])
        return {
            "input_ids": torch.as_tensor(ids, dtype=torch.long),
            "labels": torch.from_numpy(np.pad(targets(contract, window), ((1, 1), (0, 0)), constant_values=-1.0)),
        }


def collate(items: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Pad to the longest window. Shapes: input_ids, attention_mask [B, L]; labels [B, L, C], -1 where no loss falls."""
    ids = nn.utils.rnn.pad_sequence([item["input_ids"] for item in items], batch_first=True)
    lengths = torch.tensor([len(item["input_ids"]) for item in items])
    return {
        "input_ids": ids,
        "attention_mask": (torch.arange(ids.shape[1])[None, :] < lengths[:, None]).long(),
        "labels": nn.utils.rnn.pad_sequence([item["labels"] for item in items], batch_first=True, padding_value=-1.0),
    }


def token_loss(outputs: Any, labels: Tensor, num_items_in_batch: int | Tensor | None = None) -> Tensor:
    """Binary cross-entropy, summed over categories and averaged over the tokens that carry a loss."""
    mask = labels[..., 0] >= 0
    loss: Tensor = nn.functional.binary_cross_entropy_with_logits(outputs.logits[mask], labels[mask], reduction="sum")
    return loss / mask.sum().clamp(min=1)


def new_model(base: str, config: OptimiserConfig) -> PreTrainedModel:
    """The encoder in the folder `base`, with the head it comes with or, having none, a fresh one."""
    model, loaded = AutoModelForTokenClassification.from_pretrained(
        base,
        num_labels=len(CUAD_CATEGORIES),
        id2label=dict(enumerate(CUAD_CATEGORIES)),
        label2id={c: i for i, c in enumerate(CUAD_CATEGORIES)},
        hidden_dropout_prob=config.dropout,
        attention_probs_dropout_prob=config.dropout,
        output_loading_info=True,
    )
    if "classifier.bias" in loaded["missing_keys"]:
        nn.init.constant_(model.classifier.bias, math.log(_PRIOR / (1 - _PRIOR)))
    if config.freeze_embeddings:
        model.base_model.embeddings.requires_grad_(False)
    return model


def _optimiser(model: PreTrainedModel, decay: float, this: RoundConfig) -> torch.optim.Optimizer:
    def group(chosen: Callable[[str, nn.Parameter], bool], rate: float, decay: float) -> dict[str, Any]:
        params = [p for n, p in model.named_parameters() if p.requires_grad and chosen(n, p)]
        return {"params": params, "lr": rate, "weight_decay": decay}

    return torch.optim.AdamW(
        [
            group(lambda n, p: n.startswith("classifier"), this.head_learning_rate, 0.0),
            group(lambda n, p: not n.startswith("classifier") and p.ndim > 1, this.learning_rate, decay),
            # Biases and layer norms are not decayed, as in the BERT paper.
            group(lambda n, p: not n.startswith("classifier") and p.ndim <= 1, this.learning_rate, 0.0),
        ]
    )


def train(
    config: TrainConfig, contracts: Sequence[LabelledContract], work: Path, *, report: Callable[[str], None]
) -> Path:
    """Fine-tune on labelled contracts, round by round, and return the folder with the fp32 model and its tokenizer.

    `work` holds a folder for each round with its checkpoints. A run that was killed goes on from the newest one.
    """
    torch.set_flush_denormal(True)  # worth a factor of two on CPU: sigmoid tails are full of denormals
    base = resolve_base(config.base)
    tokenizer = AutoTokenizer.from_pretrained(base)
    tokenised = tokenise(tokenizer, contracts)
    for number, this in enumerate(config.rounds, start=1):
        folder = work / f"round-{number}"
        finished = folder / "finished"
        if finished.is_dir():
            report(f"round {number}: done before")
            base = str(finished)
            continue
        windows = draw_windows(
            tokenised,
            size=config.windows.size - 2,
            keep_unlabelled=config.windows.keep_unlabelled,
            epochs=this.epochs,
            seed=_seed(config, number),
        )
        report(f"round {number}: {len(contracts)} contracts, {len(windows)} windows in {this.epochs} epochs")
        dataset = WindowDataset(tokenised, windows, tokenizer.cls_token_id, tokenizer.sep_token_id)
        set_seed(_seed(config, number))
        trainer = _trainer(config, number, new_model(base, config.optimiser), dataset, folder)
        trainer.train(resume_from_checkpoint=any(folder.glob("checkpoint-*")))
        _save(trainer, tokenizer, finished)
        base = str(finished)
    return Path(base)


def _seed(config: TrainConfig, number: int) -> int:
    return config.seed + number - 1  # no round draws the windows of another again


def _save(trainer: Trainer, tokenizer: Any, finished: Path) -> None:
    """Write beside and move: a folder called finished is whole."""
    half = finished.with_name("unfinished")
    trainer.save_model(str(half))
    tokenizer.save_pretrained(str(half))
    half.rename(finished)


def _trainer(config: TrainConfig, number: int, model: PreTrainedModel, dataset: WindowDataset, work: Path) -> Trainer:
    opt, this = config.optimiser, config.rounds[number - 1]
    steps = math.ceil(len(dataset) / opt.batch_size)
    warmup, cooldown = round(steps * this.warmup), round(steps * this.cooldown)
    arguments = TrainingArguments(
        output_dir=str(work),
        num_train_epochs=1,  # the dataset already holds every epoch's windows in their order
        per_device_train_batch_size=opt.batch_size,
        train_sampling_strategy="sequential",
        lr_scheduler_type="warmup_stable_decay",
        lr_scheduler_kwargs={"num_decay_steps": cooldown},
        warmup_steps=warmup,
        max_grad_norm=1.0,
        save_steps=opt.save_every,
        save_total_limit=2,
        logging_steps=20,
        disable_tqdm=True,
        report_to="none",
        seed=_seed(config, number),
        remove_unused_columns=False,
        use_cpu=not torch.cuda.is_available(),
    )
    return Trainer(
        model=model,
        args=arguments,
        train_dataset=dataset,
        data_collator=collate,
        compute_loss_func=token_loss,
        optimizers=(_optimiser(model, opt.weight_decay, this), None),
    )
