"""Files made to harm: bombs, look-ups, endless work; the reader bears it, the program does not."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pytest
from docx.oxml.ns import nsdecls
from papers import LETTER, LETTERS, as_pdf, given, refusal, with_document

from loaders.read import read


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as member:
        for _ in range(300):
            member.write(b" " * 1024 * 1024)
    assert bomb.tell() < 1024 * 1024
    assert "unpacks to more than any letter holds" in refusal(given(tmp_path, "bomb.docx", bomb.getvalue()))


def test_an_entity_bomb_is_refused_for_what_it_is(tmp_path):
    levels = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    text = "<w:body><w:p><w:r><w:t>&e11;</w:t></w:r></w:p></w:body>"
    xml = f'<!DOCTYPE x [<!ENTITY e0 "boom">{levels}]><w:document {nsdecls("w")}>{text}</w:document>'
    assert "declares XML entities" in refusal(given(tmp_path, "bomb.docx", with_document(xml)))


def test_an_entity_that_is_hidden_from_the_first_look_brings_in_no_file(tmp_path):
    secret = given(tmp_path, "secret", "the secret words")
    xml = (
        f'{"<!-- long -->" * 1000}<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><w:document {nsdecls("w")}><w:body>'
        "<w:p><w:r><w:t>Dear &e; Secretary</w:t></w:r></w:p></w:body></w:document>"
    )
    assert "secret words" not in read(given(tmp_path, "a.docx", with_document(xml))).text


def test_a_page_fetches_nothing_that_it_points_at(tmp_path, unused_port_with_a_listener):
    port, visits = unused_port_with_a_listener
    address = f"http://127.0.0.1:{port}"
    page = (
        f'<!DOCTYPE html SYSTEM "{address}/dtd"><html><head><link rel=stylesheet href="{address}/css"><base href="{address}/">'
        f'<meta http-equiv=refresh content="0;url={address}/r"></head><body><img src="{address}/i"><p>Dear Home Secretary</p>'
        f'<iframe src="{address}/f"></iframe><object data="{address}/o"></object></body></html>'
    )
    assert read(given(tmp_path, "a.html", page)).text == "Dear Home Secretary\n"
    assert visits == []


@pytest.fixture
def unused_port_with_a_listener():
    import socket
    import threading

    visits: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def accept() -> None:
        while True:
            try:
                visits.append(listener.accept()[0].recv(100))
            except OSError:
                return

    threading.Thread(target=accept, daemon=True).start()
    yield listener.getsockname()[1], visits
    listener.close()


def test_a_page_nested_beyond_reason_is_refused_and_does_not_take_the_program_down(tmp_path):
    page = "<div>" * 100_000 + "Dear" + "</div>" * 100_000
    assert "Save" in refusal(given(tmp_path, "deep.html", page))


def test_a_reader_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    from loaders.formats import child

    monkeypatch.setattr(child, "SECONDS", 0.01)
    assert "was not read in 0.01 seconds" in refusal(given(tmp_path, "a.pdf", as_pdf(LETTER)))


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are kept on Linux")
def test_a_file_that_takes_too_much_memory_costs_its_reader_and_not_the_machine(tmp_path, monkeypatch):
    from loaders.formats import child

    monkeypatch.setattr(child, "MEMORY", 128 * 1024 * 1024)
    assert "memory" in refusal(given(tmp_path, "wide.html", b"<p>" + b"<b>x</b>" * 1_000_000))


def test_the_child_may_open_no_socket_and_start_no_program():
    code = "from loaders.formats.child import _refuse; import sys; sys.addaudithook(_refuse); import socket; socket.socket()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=LETTERS.parents[1], check=False)
    assert "PermissionError" in done.stderr


def test_the_child_ends_with_the_process_that_asked():
    """The child's input stays open, so that it would wait for ever; its parent is killed."""
    root = LETTERS.parents[1]
    code = (
        "import os, subprocess, sys, time; p = subprocess.Popen([sys.executable, '-I', 'loaders/formats/child.py', 'html', str(os.getpid()), '60', '800000000'],"
        " stdin=os.open(sys.argv[1], os.O_RDWR)); print(p.pid, flush=True); time.sleep(60)"
    )
    pipe = Path(tempfile.mkdtemp()) / "pipe"
    os.mkfifo(pipe)
    parent = subprocess.Popen([sys.executable, "-c", code, str(pipe)], stdout=subprocess.PIPE, text=True, cwd=root)
    child = int(parent.stdout.readline())
    time.sleep(0.5)
    parent.kill()
    parent.wait()
    assert gone_within(child, seconds=5)


def gone_within(process: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        stat = Path(f"/proc/{process}/stat")
        if not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False
