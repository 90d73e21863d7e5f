"""How many sentences give each side the right modalities: obligation, prohibition, permission, entitlement.

    python benchmarks/obligations/score.py benchmarks/obligations/lease_sentences.toml [--split dev] [--show] [--alone]

One answer is a modality of one side in one sentence; F1 is counted per modality, the macro F1 is their mean. A release
("no-obligation") or a benefit denied ("no-entitlement") is none of the four, so a row for it is wrong.
"""

import argparse
from pathlib import Path

from legalai.evaluation.bound import read_sentences, score_sentences


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--split", choices=("dev", "held"))
    parser.add_argument("--show", action="store_true", help="list the sentences answered otherwise than labelled")
    parser.add_argument("--alone", action="store_true", help="tell the rules no party")
    chosen = parser.parse_args()
    figures = score_sentences([read_sentences(chosen.sentences, split=chosen.split)], alone=chosen.alone)
    for mistake in figures.mistakes if chosen.show else ():
        print(mistake)
    for modality, score in figures.scores.items():
        counted = (figures.right[modality], figures.extra[modality], figures.missed[modality])
        print(f"{modality:12} F1 {score:.3f}  right {counted[0]:3} extra {counted[1]:3} missed {counted[2]:3}")
    print(f"macro F1 {figures.macro_f1:.3f}; {figures.whole} of {figures.sentences} sentences wholly right")


if __name__ == "__main__":
    main()
