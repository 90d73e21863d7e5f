"""The attributes our components put on a spaCy Doc: the one place they are registered.

doc._.section   the Section this Doc is
doc._.facts     the ContractFacts that all sections of one contract share
"""

from spacy.tokens import Doc


def register() -> None:
    """Register the attributes; done again, it changes nothing."""
    for name in ("section", "facts"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
