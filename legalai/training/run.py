"""Fine-tune a token classifier with one sigmoid per category, on two CPU cores or one GPU."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
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
from legalai.labels import CUAD_CATEGORIES, PHRASE_CATEGORIES
from legalai.training.config import MemberConfig, OptimiserConfig, RoundConfig, TrainConfig, resolve_base
from legalai.training.examples import TokenisedContract, Window, draw_windows, targets, tokenise

# Two of a hundred tokens carry a given label at most: starting there instead of at one half saves the first steps.
_PRIOR = 0.01
_BY_SENTENCE = torch.tensor([category not in PHRASE_CATEGORIES for category in CUAD_CATEGORIES])


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
        labels = np.column_stack([targets(contract, window), contract.sentences[window.start : window.end]])
        return {
            "input_ids": torch.as_tensor(ids, dtype=torch.long),
            "labels": torch.from_numpy(np.pad(labels.astype(np.float32), ((1, 1), (0, 0)), constant_values=-1.0)),
        }


def collate(items: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Pad to the longest window.

    Shapes: input_ids, attention_mask [B, L]; labels [B, L, C + 1], the last one the token's sentence, all -1 where no
    loss falls.
    """
    ids = nn.utils.rnn.pad_sequence([item["input_ids"] for item in items], batch_first=True)
    lengths = torch.tensor([len(item["input_ids"]) for item in items])
    return {
        "input_ids": ids,
        "attention_mask": (torch.arange(ids.shape[1])[None, :] < lengths[:, None]).long(),
        "labels": nn.utils.rnn.pad_sequence([item["labels"] for item in items], batch_first=True, padding_value=-1.0),
    }


def clause_loss(
    outputs: Any, labels: Tensor, num_items_in_batch: int | Tensor | None = None, *, sentence_weight: float
) -> Tensor:
    """Binary cross-entropy, summed over categories: the mean over tokens, and that over sentences times its weight.

    A sentence's logit is the mean of its tokens': most clauses are found as whole sentences, and a long one would
    otherwise weigh as many times as it has tokens.
    """
    mask = labels[..., 0] >= 0
    logits, wanted, sentences = outputs.logits[mask], labels[mask][:, :-1], labels[..., -1][mask]
    loss: Tensor = nn.functional.binary_cross_entropy_with_logits(logits, wanted, reduction="sum")
    loss = loss / mask.sum().clamp(min=1)
    if not sentence_weight:
        return loss
    windows = torch.arange(len(labels), device=labels.device)[:, None].expand_as(mask)[mask]
    return loss + sentence_weight * _sentence_loss(logits, wanted, torch.stack([windows, sentences], dim=1))


def _sentence_loss(logits: Tensor, wanted: Tensor, keys: Tensor) -> Tensor:
    """Shapes: logits, wanted [tokens, C]; keys [tokens, 2] window and sentence of each token."""
    keys, logits, wanted = keys[keys[:, 1] >= 0], logits[keys[:, 1] >= 0], wanted[keys[:, 1] >= 0]
    sentences, where = torch.unique(keys, dim=0, return_inverse=True)
    counts = torch.bincount(where, minlength=len(sentences))[:, None]
    empty = logits.new_zeros(len(sentences), logits.shape[1])
    pooled = empty.index_add(0, where, logits) / counts
    covered = empty.index_add(0, where, wanted) / counts
    # A label on less than half of a sentence makes the sentence neither a clause of the type nor none.
    told = ((covered == 0) | (covered >= 0.5)) & _BY_SENTENCE.to(covered.device)
    each = nn.functional.binary_cross_entropy_with_logits(pooled, (covered >= 0.5).float(), reduction="none")
    return (each * told).sum() / max(len(sentences), 1)


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
    """One round of a member. `folder` holds its checkpoints and, once it is done, its weights in `finished`."""

    config: TrainConfig
    member: MemberConfig
    rates: RoundConfig
    number: int
    folder: Path

    @property
    def seed(self) -> int:
        """No round of a member draws the windows of another again."""
        return self.member.seed + self.number


def train(
    config: TrainConfig, contracts: Sequence[LabelledContract], work: Path, *, report: Callable[[str], None]
) -> list[Path]:
    """Fine-tune every member on labelled contracts, round by round.

    Returns, member by member, the folder with the fp32 model and its tokenizer. `work` holds a folder for each round
    with its checkpoints. A run that was killed goes on from the newest one.
    """
    finished = []
    for member, folder in zip(config.members, _member_folders(config, work), strict=True):
        base = resolve_base(config.base)
        for number, rates in enumerate(member.rounds):
            this = _Round(config, member, rates, number, folder / f"round-{number + 1}")
            base = str(_run(this, contracts, base, report))
        finished.append(Path(base))
    return finished


def train_last_round(
    config: TrainConfig,
    contracts: Sequence[LabelledContract],
    bases: Sequence[Path],
    work: Path,
    *,
    report: Callable[[str], None],
) -> list[Path]:
    """The last round of every member that has one, from the weights in `bases`; else as `train`."""
    finished = []
    for member, base, folder in zip(config.members, bases, _member_folders(config, work), strict=True):
        if member.last_round is None:
            finished.append(base)
            continue
        this = _Round(config, member, member.last_round, len(member.rounds), folder / "last-round")
        finished.append(_run(this, contracts, str(base), report))
    return finished


def _member_folders(config: TrainConfig, work: Path) -> list[Path]:
    return [work / f"member-{number}" for number in range(1, len(config.members) + 1)]


def _run(this: _Round, contracts: Sequence[LabelledContract], base: str, report: Callable[[str], None]) -> Path:
    finished, name = this.folder / "finished", f"{this.folder.parent.name}, {this.folder.name}"
    if finished.is_dir():
        report(f"{name}: done before")
        return finished
    torch.set_flush_denormal(True)  # worth a factor of two on CPU: sigmoid tails are full of denormals
    tokenizer = AutoTokenizer.from_pretrained(base)
    dataset = _dataset(this, contracts, tokenizer)
    report(f"{name}: {len(contracts)} contracts, {len(dataset)} windows in {this.rates.epochs} epochs")
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
        compute_loss_func=partial(clause_loss, sentence_weight=this.member.sentence_loss),
        optimizers=(_optimiser(model, opt.weight_decay, rates), None),
    )
