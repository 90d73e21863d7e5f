"""Fine-tune a token classifier with one sigmoid per category, on two CPU cores or one GPU."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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


def _optimiser(model: nn.Module, decay: float, rates: RoundConfig) -> torch.optim.Optimizer:
    def group(chosen: Callable[[str, nn.Parameter], bool], rate: float, decay: float) -> dict[str, Any]:
        params = [p for n, p in model.named_parameters() if p.requires_grad and chosen(n, p)]
        return {"params": params, "lr": rate, "weight_decay": decay}

    return torch.optim.AdamW(
        [
            group(lambda n, p: "classifier" in n, rates.head_learning_rate, 0.0),
            group(lambda n, p: "classifier" not in n and p.ndim > 1, rates.learning_rate, decay),
            # Biases and layer norms are not decayed, as in the BERT paper.
            group(lambda n, p: "classifier" not in n and p.ndim <= 1, rates.learning_rate, 0.0),
        ]
    )


@dataclass(frozen=True)
class _Round:
    """One round of a recipe. `folder` holds its checkpoints and, once it is done, its weights in `finished`."""

    config: TrainConfig
    rates: RoundConfig
    number: int
    folder: Path

    @property
    def seed(self) -> int:
        """No round draws the windows of another again."""
        return self.config.seed + self.number


def train(
    config: TrainConfig, contracts: Sequence[LabelledContract], work: Path, *, report: Callable[[str], None]
) -> Path:
    """Fine-tune on labelled contracts, round by round, and return the folder with the fp32 model and its tokenizer.

    `work` holds a folder for each round with its checkpoints. A run that was killed goes on from the newest one.
    """
    base = resolve_base(config.base)
    for number, rates in enumerate(config.rounds):
        this = _Round(config, rates, number, work / f"round-{number + 1}")
        base = str(_run(this, contracts, base, report))
    return Path(base)


def train_last_round(
    config: TrainConfig,
    contracts: Sequence[LabelledContract],
    base: Path,
    work: Path,
    *,
    report: Callable[[str], None],
) -> Path:
    """The recipe's last round, from the weights in `base`; else as `train`."""
    assert config.last_round is not None
    this = _Round(config, config.last_round, len(config.rounds), work / "last-round")
    return _run(this, contracts, str(base), report)


def _run(this: _Round, contracts: Sequence[LabelledContract], base: str, report: Callable[[str], None]) -> Path:
    finished = this.folder / "finished"
    if finished.is_dir():
        report(f"{this.folder.name}: done before")
        return finished
    torch.set_flush_denormal(True)  # worth a factor of two on CPU: sigmoid tails are full of denormals
    tokenizer = AutoTokenizer.from_pretrained(base)
    dataset = _dataset(this, contracts, tokenizer)
    report(f"{this.folder.name}: {len(contracts)} contracts, {len(dataset)} windows in {this.rates.epochs} epochs")
    set_seed(this.seed)
    trainer = _trainer(this, _model(base, this.config), dataset)
    trainer.train(resume_from_checkpoint=any(this.folder.glob("checkpoint-*")))
    _save(trainer, tokenizer, finished)
    return finished


def _dataset(this: _Round, contracts: Sequence[LabelledContract], tokenizer: Any) -> WindowDataset:
    tokenised = tokenise(tokenizer, contracts)
    windows = draw_windows(
        tokenised,
        size=this.config.windows.size - 2,
        keep_unlabelled=this.config.windows.keep_unlabelled,
        epochs=this.rates.epochs,
        seed=this.seed,
    )
    return WindowDataset(tokenised, windows, tokenizer.cls_token_id, tokenizer.sep_token_id)


def _model(base: str, config: TrainConfig) -> nn.Module:
    model = new_model(base, config.optimiser)
    if config.lora is None:
        return model
    from peft import LoraConfig, TaskType, get_peft_model

    settings = LoraConfig(
        task_type=TaskType.TOKEN_CLS,  # the head is trained whole
        r=config.lora.rank,
        lora_alpha=config.lora.alpha,
        target_modules=list(config.lora.modules),
    )
    return get_peft_model(model, settings)


def _save(trainer: Trainer, tokenizer: Any, finished: Path) -> None:
    """Write beside and move: a folder called finished is whole."""
    half = finished.with_name("unfinished")
    model: Any = trainer.model
    if hasattr(model, "merge_and_unload"):
        model = model.merge_and_unload()
    model.save_pretrained(str(half))
    tokenizer.save_pretrained(str(half))
    half.rename(finished)


def _trainer(this: _Round, model: nn.Module, dataset: WindowDataset) -> Trainer:
    opt, rates = this.config.optimiser, this.rates
    steps = math.ceil(len(dataset) / opt.batch_size)
    warmup, cooldown = round(steps * rates.warmup), round(steps * rates.cooldown)
    arguments = TrainingArguments(
        output_dir=str(this.folder),
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
        seed=this.seed,
        remove_unused_columns=False,
        use_cpu=not torch.cuda.is_available(),
    )
    return Trainer(
        model=model,
        args=arguments,
        train_dataset=dataset,
        data_collator=collate,
        compute_loss_func=token_loss,
        optimizers=(_optimiser(model, opt.weight_decay, rates), None),
    )
