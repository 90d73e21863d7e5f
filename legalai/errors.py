"""Every error a user may see.

    LegalAIError
      InputError          the user's file
        UnsupportedFormat   no reader for this kind of file
        EncryptedFile       a password is needed, or the one given is wrong
        NoTextLayer         a scan that nothing here can read
        DamagedFile         the file cannot be opened or ends early
      ConfigError         pack, playbook, settings, model folder
      PluginError         a plugin failed; names the plugin and its hook
      DrafterError        a drafter gave nothing usable
      EgressDenied        text would have left this machine without consent

A message says what happened, where (file, page, clause) and what to do next. It never holds contract text.
"""


class LegalAIError(Exception):
    """Something the user can put right. The CLI prints it as one line and exits with 2."""


class InputError(LegalAIError):
    """The user's file cannot be used as it is."""


class UnsupportedFormat(InputError):
    """No reader knows this kind of file."""


class EncryptedFile(InputError):
    """The file is encrypted and the password is missing or wrong."""


class NoTextLayer(InputError):
    """The file holds pictures of pages and nothing here can read them."""


class DamagedFile(InputError):
    """The file is not what its name says, or is cut short."""


class ConfigError(LegalAIError):
    """A pack, a playbook, a setting or a model folder is wrong or missing."""


class PluginError(LegalAIError):
    """A plugin failed; the message names the plugin and the hook."""


class DrafterError(LegalAIError):
    """A drafter could not write what was asked."""


class EgressDenied(LegalAIError):
    """Contract text would have left this machine without the user's consent."""
