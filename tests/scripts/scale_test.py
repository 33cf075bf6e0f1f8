#!/usr/bin/python3
"""scripts/scale: partitions, WARC files, and a cluster that loses a worker in mid-run."""
import gzip
import importlib.machinery
import importlib.util
import json
import os
import signal
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCALE = ROOT / "scripts/scale"
LECTERN = ROOT / "build/native/lectern"
sys.path.insert(0, str(SCALE))

import partitions
import warc

try:
    from dask.distributed import Client, LocalCluster
except ImportError:
    Client = None
    # Dask is Debian's, and belongs to Debian's interpreter.
    debian_python = "/usr/bin/python3"
    if os.path.exists(debian_python) and "LECTERN_SCALE_TEST" not in os.environ:
        os.execve(debian_python, [debian_python, __file__, *sys.argv[1:]], {**os.environ, "LECTERN_SCALE_TEST": "1"})


def load_run():
    loader = importlib.machinery.SourceFileLoader("scale_run", str(SCALE / "run"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("scale_run", loader))
    loader.exec_module(module)
    return module


PAGE = ("<html><body><article><h1>The weir number {0} holds</h1>" +
        "".join(f"<p>The weir above Tennick held through night {n}, although the river came within a hand of its crown.</p>"
                for n in range(4)) + "</article></body></html>")


def record(kind, address, payload):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Length: {len(payload)}\r\n\r\n"
    return head.encode() + payload + b"\r\n\r\n"


class WarcTest(unittest.TestCase):
    def test_pages_alone_are_read_each_in_its_encoding(self):
        def answer(status, kind, body, more=""):
            return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body

        records = [
            record("warcinfo", "", b"software: none\r\n"),
            record("request", "https://a.example/", b"GET / HTTP/1.1\r\n\r\n"),
            record("response", "https://a.example/1", answer("200 OK", "text/html; charset=utf-8", "<p>Fl\u00fcsse".encode())),
            record("response", "https://a.example/2", answer("200 OK", "text/html; charset=ISO-8859-1", "<p>Fl\u00fcsse".encode("latin-1"))),
            record("response", "https://a.example/3", answer("404 Not Found", "text/html", b"<p>gone")),
            record("response", "https://a.example/4", answer("200 OK", "image/png", b"\x89PNG")),
            record("response", "https://a.example/5", answer("200 OK", "text/html", b'<meta charset="windows-1251"><p>' + "\u0440\u0435\u043a\u0430".encode("cp1251"))),
            record("response", "https://a.example/6", answer("200 OK", "text/html", gzip.compress(b"<p>packed"), "Content-Encoding: gzip\r\n")),
            record("response", "https://a.example/7", answer("200 OK", "text/html", b"6\r\n<p>in \r\n4\r\ntwo.\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n")),
        ]
        expected = [("https://a.example/1", "<p>Fl\u00fcsse"), ("https://a.example/2", "<p>Fl\u00fcsse"),
                    ("https://a.example/5", '<meta charset="windows-1251"><p>\u0440\u0435\u043a\u0430'),
                    ("https://a.example/6", "<p>packed"), ("https://a.example/7", "<p>in two.")]
        with tempfile.TemporaryDirectory() as folder:
            plain, packed = Path(folder) / "a.warc", Path(folder) / "a.warc.gz"
            plain.write_bytes(b"".join(records))
            packed.write_bytes(b"".join(gzip.compress(r) for r in records))
            self.assertEqual(list(warc.pages_of(str(plain))), expected)
            self.assertEqual(list(warc.pages_of(str(packed))), expected)

    def test_a_file_that_is_cut_off_is_a_fault_and_no_short_file(self):
        with tempfile.TemporaryDirectory() as folder:
            cut = Path(folder) / "a.warc.gz"
            cut.write_bytes(gzip.compress(record("response", "https://a.example/", b"x" * 90000))[:-20])
            with self.assertRaises(EOFError):
                list(warc.pages_of(str(cut)))


class PartitionsTest(unittest.TestCase):
    def test_each_line_is_in_one_partition_wherever_the_file_is_cut(self):
        lines = [json.dumps({"id": n, "html": "x" * (n % 7)}).encode() + b"\n" for n in range(40)]
        lines[-1] = lines[-1].rstrip(b"\n")  # the last one may lack its end
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "pages.jsonl"
            file.write_bytes(b"".join(lines))
            for most_bytes in (1, 7, 26, 27, 28, 100, 10_000):
                read = [line for part in partitions.partitions_of([str(file)], most_bytes) for line in partitions.lines_of(part)]
                self.assertEqual([json.loads(line)["id"] for line in read], list(range(40)), most_bytes)


@unittest.skipIf(Client is None, "Dask is not installed: python3-distributed")
@unittest.skipUnless(LECTERN.exists(), "the command is not built")
class ClusterTest(unittest.TestCase):
    FILES, PAGES = 10, 12

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        self.inputs = []
        for file in range(self.FILES):
            path = self.folder / f"pages{file}.jsonl"
            path.write_text("".join(json.dumps({"id": f"{file}/{n}", "html": PAGE.format(f"{file} {n}")}) + "\n" for n in range(self.PAGES)))
            self.inputs.append(str(path))
        # Slow enough that a worker can be ended while it is at work.
        self.lectern = self.folder / "slow-lectern"
        self.lectern.write_text(f'#!/bin/sh\n{LECTERN} "$@"\nsleep 0.7\n')
        self.lectern.chmod(0o755)
        self.cluster = LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50)
        self.addCleanup(self.cluster.close)
        self.client = Client(self.cluster)
        self.addCleanup(self.client.close)

    def answers(self, output):
        return [json.loads(line) for file in sorted(output.glob("*.jsonl")) for line in file.read_text().splitlines()]

    def test_a_worker_that_is_killed_costs_no_page_and_doubles_none(self):
        output = self.folder / "articles"
        killed = []

        def kill_one_at_work():
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline and not killed:
                time.sleep(0.05)
                done = len(list(output.glob("*.jsonl"))) if output.exists() else 0
                if not 0 < done < self.FILES - 2:
                    continue
                pids = self.client.run(os.getpid)
                for worker, running in self.client.processing().items():
                    if running and worker in pids:
                        os.kill(pids[worker], signal.SIGKILL)
                        killed.append(worker)
                        return

        killer = threading.Thread(target=kill_one_at_work)
        killer.start()
        scale = load_run()
        parts = partitions.partitions_of(self.inputs, 1 << 20)
        total, failed = scale.run(self.client, parts, output, self.lectern, report=lambda message: None)
        killer.join()

        self.assertEqual(len(killed), 1, "no worker was at work when one should have been killed")
        self.assertEqual(failed, [])
        expected = sorted(f"{file}/{n}" for file in range(self.FILES) for n in range(self.PAGES))
        answers = self.answers(output)
        self.assertEqual(sorted(answer["id"] for answer in answers), expected)
        self.assertTrue(all("article" in answer for answer in answers))
        self.assertEqual(total["pages"], self.FILES * self.PAGES)
        self.assertEqual([file.name for file in output.glob(".*")], [])

        # A second run finds everything done.
        again, failed = scale.run(self.client, parts, output, self.lectern, report=lambda message: None)
        self.assertEqual((again["pages"], failed), (0, []))
        self.assertEqual(len(self.answers(output)), len(expected))


if __name__ == "__main__":
    unittest.main()
