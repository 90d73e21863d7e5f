"""`legalai plugins`: what is plugged in."""

from legalai.cli.show import table


def plugins() -> None:
    """List the plugins and their hooks.

    LEGALAI_PLUGINS="" turns the installed ones off; LEGALAI_PLUGINS=NAME,NAME loads only these.

    Example: legalai plugins
    """
    from legalai.plugins.host import PluginHost

    table(
        ("plugin", "version", "from", "hooks"),
        (
            (each.name, each.version, "legalai" if each.built_in else "installed", ", ".join(each.hooks))
            for each in PluginHost.load().plugins()
        ),
    )
