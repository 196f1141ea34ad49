"""The one exception tree: raised only when work cannot go on."""


class TongHopError(Exception):
    """Work cannot go on; the message is a Vietnamese sentence for the person at the keyboard."""


class CatalogueError(TongHopError):
    """The catalogue's own data contradict themselves or miss something."""


class RoundError(TongHopError):
    """The round's folder or its file `dot-bao-cao.toml` is missing, incomplete or wrong."""


class UnreadableFileError(TongHopError):
    """A file cannot be opened or is not what its name says."""


class LockedFileError(TongHopError):
    """A file to be written is held by another program."""


class TooLargeError(TongHopError):
    """There is more to write than the kind of file holds."""


class InstallError(TongHopError):
    """The ribbon cannot be installed here."""


class LedgerError(TongHopError):
    """A round's ledger is damaged, was changed after it was written, or is newer than this program."""


class DecisionError(TongHopError):
    """A decision cannot be recorded: it lacks a reason or a name, or there is nothing it could be about."""


class ClusterError(TongHopError):
    """A cluster cannot be used: its software is not installed, nobody answers, or it runs another program."""


class WorkersError(TongHopError):
    """Processes that read files cannot be started, or do not live long enough to read any."""
