"""A cluster gives what this machine gives; a worker that is lost costs time, not rows."""

import dataclasses
import os
import pickle
import signal
import socket
import sys
import zipfile

import pytest
from distributed import Client

from catalogue import ClusterError, Code
from tests.cluster import busy_worker, running_cluster, small_cluster
from tests.killers import Killer
from validation import check_round, cluster_reader, received_files


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with running_cluster(tmp_path_factory.mktemp("cụm")) as address:
        yield address


@pytest.fixture
def check(desk):
    """Check what came back, on a cluster when its address is given."""

    def check(address="", *, items=None, on_file=lambda: None):
        return check_round(
            desk.round,
            desk.plan,
            list(desk.owed.values()),
            desk.design,
            files=items,
            on_file=on_file,
            reader=cluster_reader(address) if address else None,
        )

    return check


def receive_all_kinds(desk):
    """Receive good forms, one in an archive, something unreadable, something empty, and a link."""
    form = desk.form()
    for number in range(3):
        desk.receive(form, f"{number}.xlsx")
    desk.receive(b"", "rỗng.xlsx")
    desk.receive(b"%PDF-1.7", "công văn.pdf")
    packed = desk.receive(b"", "nén.zip")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("trong/một.xlsx", form)
    desk.receive(b"", "tắt.lnk")


def as_bytes(checked):
    """Return all of a verdict; frames and dates are the same when their pickles are."""
    return pickle.dumps((checked.submissions, {key: rows.to_csv() for key, rows in checked.rows.items()}))


def test_a_cluster_gives_what_this_machine_gives(desk, check, address):
    receive_all_kinds(desk)

    assert check(address).submissions == check().submissions
    assert as_bytes(check(address)) == as_bytes(check())


def test_a_worker_that_is_killed_costs_no_row(desk, check, address):
    form = desk.form()
    for number in range(100):
        desk.receive(form, f"{number:03}.xlsx")
    killed = []

    def kill():
        if not killed:
            killed.append(busy_worker(client))
            os.kill(killed[0], signal.SIGKILL)

    with Client(address, set_as_default=False) as client:
        checked = check(address, on_file=kill)

        assert killed
        assert killed[0] not in client.run(os.getpid).values()
    assert checked.submissions == check().submissions
    assert sum(len(rows) for rows in checked.rows.values()) == 100 * 11


def test_a_file_that_kills_its_reader_kills_no_worker(desk, check, address):
    for number in range(6):
        desk.receive(desk.form(), f"{number}.xlsx")
    items = received_files(desk.round.received_dir)
    fields = {field.name: getattr(items[2], field.name) for field in dataclasses.fields(items[2])}
    items = (*items[:2], Killer(**fields), *items[3:])
    with Client(address, set_as_default=False) as client:
        before = client.run(os.getpid)
        submissions = check(address, items=items).submissions

        assert client.run(os.getpid) == before
    assert [each.rows_read for each in submissions] == [11, 11, 0, 11, 11, 11]
    assert [each.code for each in submissions[2].findings] == [Code.E010]


def broken(parcel):
    raise MemoryError


@pytest.fixture(scope="module")
def small():
    with small_cluster() as cluster:
        yield cluster.scheduler_address


def test_what_the_cluster_cannot_read_is_read_here(desk, check, small, monkeypatch, caplog):
    desk.receive(desk.form())
    monkeypatch.setattr("validation.cluster.read_parcel", broken)

    assert check(small).submissions == check().submissions
    assert "read here" in caplog.text


def test_a_cluster_that_goes_away_costs_no_row(desk, check, monkeypatch):
    monkeypatch.setattr("validation.cluster.ABSENCE_SECONDS", 1.0)
    monkeypatch.setattr("validation.cluster.CONNECT_SECONDS", 1.0)
    form = desk.form()
    for number in range(40):
        desk.receive(form, f"{number:02}.xlsx")
    with small_cluster() as cluster:
        checked = check(cluster.scheduler_address, on_file=cluster.close)

    assert checked.submissions == check().submissions


def test_a_cluster_with_another_program_is_refused(desk, check, small, monkeypatch):
    desk.receive(desk.form())
    monkeypatch.setattr("validation.cluster.program_stamp", lambda: "another")

    with pytest.raises(ClusterError, match="phiên bản"):
        check(small)


def test_a_cluster_without_workers_is_refused(check, monkeypatch):
    monkeypatch.setattr("validation.cluster.CONNECT_SECONDS", 1.0)
    with small_cluster(workers=0) as cluster, pytest.raises(ClusterError, match="chưa có máy nào"):
        check(cluster.scheduler_address)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:{free}", "no such place", "smoke://signals:1"])
def test_an_address_where_nobody_answers_is_refused(check, monkeypatch, address):
    monkeypatch.setattr("validation.cluster.CONNECT_SECONDS", 0.5)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        free = closed.getsockname()[1]

    with pytest.raises(ClusterError, match="Không kết nối được"):
        check(address.format(free=free))


def test_who_lacks_the_software_is_told_how_to_install_it(check, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(ClusterError, match="pip install distributed"):
        check("tcp://127.0.0.1:8786")


def test_a_file_that_cannot_be_sent_says_why(desk, check, small):
    path = desk.receive(desk.form())
    items = received_files(desk.round.received_dir)
    path.unlink()

    assert check(small, items=items).submissions == check(items=items).submissions
