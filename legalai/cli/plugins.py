"""`legalai plugins`: what is plugged in."""

from legalai.cli.show import table


def plugins() -> None:
    """List the plugins that are loaded, with their hooks. LEGALAI_PLUGINS="" turns the installed ones off.

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
