"""What the registry of Windows says about the add-in: policies, choices, synchronised folders."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from catalogue.wording import addin as words
from cli.addin_install import ADDIN_FILE, Check

OFFICE = "16.0"
"""Excel 2016 and every later one; older ones say their own version."""
SECURITY = r"Software\{area}Microsoft\Office\{office}\Excel\Security"
TRUSTED = SECURITY + r"\Trusted Locations"
DISABLED = r"Software\Microsoft\Office\{office}\Excel\Resiliency\DisabledItems"
SYNCHRONISED = r"Software\SyncEngines\Providers\OneDrive"
POLICIES = (
    (SECURITY, "VBAWarnings", (3, 4)),
    (SECURITY, "RequireAddinSig", (1,)),
    (SECURITY, "DisableAllAddins", (1,)),
    (TRUSTED, "AllLocationsDisabled", (1,)),
    (r"Software\{area}Microsoft\Office\{office}\Common", "VBAOff", (1,)),
)
"""What a policy may have set: key, name, and the values that stop the add-in."""
CHOICES = {
    "RequireAddinSig": (SECURITY, "Require Application Add-ins to be signed by Trusted Publisher"),
    "DisableAllAddins": (SECURITY, "Disable all Application Add-ins"),
    "AllLocationsDisabled": (TRUSTED, "Disable all Trusted Locations"),
}
"""What the user may have ticked in the Trust Center: name, key, and the words beside the box."""


class Settings(Protocol):
    """The registry as it is asked here: the user's part first, then the machine's."""

    def number(self, key: str, name: str) -> int | None:
        """Return an entry, None when there is none."""

    def blobs(self, key: str) -> list[bytes]:
        """Return every entry of a key that is bytes."""

    def below(self, key: str, name: str) -> list[str]:
        """Return the entries of one name in the keys right below a key."""


class Registry:
    """The registry of Windows."""

    def number(self, key: str, name: str) -> int | None:
        """Return an entry, None when there is none."""
        if sys.platform == "win32":
            import winreg

            for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
                with suppress(OSError, ValueError), winreg.OpenKey(root, key) as opened:
                    return int(winreg.QueryValueEx(opened, name)[0])
        return None

    def blobs(self, key: str) -> list[bytes]:
        """Return every entry of a key that is bytes."""
        found: list[bytes] = []
        if sys.platform == "win32":
            import winreg

            with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                entries = [winreg.EnumValue(opened, n)[1] for n in range(winreg.QueryInfoKey(opened)[1])]
                found = [each for each in entries if isinstance(each, bytes)]
        return found

    def below(self, key: str, name: str) -> list[str]:
        """Return the entries of one name in the keys right below a key."""
        found: list[str] = []
        if sys.platform == "win32":
            import winreg

            with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                for number in range(winreg.QueryInfoKey(opened)[0]):
                    with suppress(OSError), winreg.OpenKey(opened, winreg.EnumKey(opened, number)) as lower:
                        found.append(str(winreg.QueryValueEx(lower, name)[0]))
        return found


def own_settings() -> Settings | None:
    """Return the registry where there is one."""
    return Registry() if sys.platform == "win32" else None


def policy_checks(settings: Settings | None, office: str = OFFICE) -> Iterator[Check]:
    """Yield what would stop the add-in, or that nothing seen would."""
    if settings is None:
        yield Check(key="policy", is_good=None, text=words.HEALTH["policy_unknown"])
        return
    bad = [*_policies(settings, office), *_choices(settings, office), *_disabled(settings, office)]
    yield from bad or [Check(key="policy", is_good=True, text=words.HEALTH["policy_good"])]


def synchronised_folders(settings: Settings | None) -> list[Path]:
    """Return the folders OneDrive keeps: its own, and libraries of SharePoint."""
    return [Path(each) for each in settings.below(SYNCHRONISED, "MountPoint")] if settings else []


def _policies(settings: Settings, office: str) -> Iterator[Check]:
    for key, name, values in POLICIES:
        if settings.number(key.format(area="Policies\\", office=office), name) in values:
            text = words.HEALTH["policy_bad"].format(name=name, file=ADDIN_FILE)
            yield Check(key="policy", is_good=False, text=text)


def _choices(settings: Settings, office: str) -> Iterator[Check]:
    for name, (key, label) in CHOICES.items():
        if settings.number(key.format(area="", office=office), name) == 1:
            yield Check(key="trust", is_good=False, text=words.HEALTH["trust_bad"].format(label=label))


def _disabled(settings: Settings, office: str) -> Iterator[Check]:
    name = ADDIN_FILE.lower().encode("utf-16-le")
    if any(name in entry.lower() for entry in settings.blobs(DISABLED.format(office=office))):
        text = words.HEALTH["disabled_bad"].format(file=ADDIN_FILE)
        yield Check(key="disabled", is_good=False, text=text)
