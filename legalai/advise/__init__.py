"""Advise: what was found, the law and the client's positions in; summary, findings and negotiation points out."""

from legalai.advise.advise import Advice, advise
from legalai.advise.jurisdiction_choice import Choice, choose_jurisdiction
from legalai.advise.preview import render_prompt
from legalai.advise.rendered import RenderedPrompt

__all__ = ["Advice", "Choice", "RenderedPrompt", "advise", "choose_jurisdiction", "render_prompt"]
