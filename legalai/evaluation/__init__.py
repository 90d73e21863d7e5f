"""Scores against labelled data; part of the normal install, so anyone can check a published figure."""
