"""Playbooks drafted from a firm's own signed contracts, and playbooks checked before they are used."""

from legalai.playbook_drafting.chairs import LeftOut, Practice, Source, practice_of
from legalai.playbook_drafting.draft import DraftedPlaybook, draft_playbook

__all__ = ["DraftedPlaybook", "LeftOut", "Practice", "Source", "draft_playbook", "practice_of"]
