"""Duties told as somebody's own: "it is Tenant's duty to", "upkeep is Tenant's responsibility"."""

import re

# "Supplier's responsibility to train", "Supplier's duty is to train"
_DUTY_VERB = r"(?:\s+(?:is|(?:shall|will)\s+be))?"
OWN_DUTY = rf"['’]s?\s+(?:(?:sole|own|exclusive)\s+)?(?:responsibility|duty|obligation|task){_DUTY_VERB}"
_IT_IS_FOR = re.compile(
    r"\b(?P<begin>)it\s+(?:is|(?:shall|will)\s+be)\s+(?:solely\s+)?"
    rf"(?:for\s+(?=[^.;,]{{1,60}}?\sto\s)|(?=[^.;,]{{1,60}}{OWN_DUTY}\s+to\s))",
    re.IGNORECASE,
)
_ITS_DUTY_IS = re.compile(
    rf"(?:^[\W\d]{{0,12}}|[.;]\s+)(?P<begin>)(?=[^.;,]{{1,60}}{OWN_DUTY.removesuffix('?')}\s+to\s)", re.IGNORECASE
)
# "Upkeep of the yard is Tenant's sole responsibility."
_IS_ITS_DUTY = re.compile(
    r"\b(?P<begin>)(?:is|are|(?:shall|will)\s{1,4}(?:be|remain)|remains?)\s{1,4}(?:the\s{1,4})?"
    rf"(?=[^.;,]{{1,60}}?{OWN_DUTY.removesuffix(_DUTY_VERB)}\s*(?:[.;,]|$))",
    re.IGNORECASE,
)
OWN_DUTIES = (_IT_IS_FOR, _ITS_DUTY_IS, _IS_ITS_DUTY)
