"""Words that may stand within what binds: adverbs, and phrases between a verb and its infinitive."""

ADVERBS = (
    r"(?:(?:hereby|also|further|furthermore|expressly|solely|only|jointly|severally|additionally|otherwise|irrevocably|"
    r"unconditionally|separately|specifically|strictly|absolutely|always|then|thereafter|likewise|similarly|each|both|mutually|"
    r"at\sall\stimes|"
    r"in\sany\s(?:way|event|case|manner)|at\sany\stime|fully|hereafter|thereupon|nevertheless|nonetheless|and|or)\s{1,4}){0,4}"
)
# Words between what binds and its "to": "is obliged, on request, to sign", "entitled at any time to leave".
INSERT = r"(?:\s?,[^,.;:]{1,100},|\s(?:at|upon|on|from|during|without|in)\s[^,.;:]{1,60}?)?"
