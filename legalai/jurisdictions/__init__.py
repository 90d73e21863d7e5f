"""Jurisdictions: the law of one legal system each, as files that a lawyer can read, change and check."""

from legalai.jurisdictions.age import out_of_date
from legalai.jurisdictions.cases import Case, ChecklistCase
from legalai.jurisdictions.checklist import Checklist, Item
from legalai.jurisdictions.facts import Fact
from legalai.jurisdictions.focus import Focus
from legalai.jurisdictions.matter import Expected, Matter
from legalai.jurisdictions.packs import BASE, Jurisdiction, Pack, Packs, PromptFile, copy_pack, load_pack
from legalai.jurisdictions.profile import OVERLAY_REACHES, TASKS, Ask, Audience, Profile, Reach, Rule
from legalai.jurisdictions.rates import Rate

__all__ = [
    "BASE",
    "OVERLAY_REACHES",
    "TASKS",
    "Ask",
    "Audience",
    "Case",
    "Checklist",
    "ChecklistCase",
    "Expected",
    "Fact",
    "Focus",
    "Item",
    "Jurisdiction",
    "Matter",
    "Pack",
    "Packs",
    "Profile",
    "PromptFile",
    "Rate",
    "Reach",
    "Rule",
    "copy_pack",
    "load_pack",
    "out_of_date",
]
