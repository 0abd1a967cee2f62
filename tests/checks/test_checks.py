#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each check turns red on a planted fault, names its place, and is green on what is in order. One class a check."""
import os
import shutil
import subprocess
import tempfile
import textwrap
import unittest

HERE = os.path.dirname(os.path.realpath(__file__))
CHECKOUT = os.path.dirname(os.path.dirname(HERE))
LICENCE = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


class CheckCase(unittest.TestCase):
    """A small tree to plant faults in."""

    def setUp(self):
        self.root = tempfile.mkdtemp(prefix="pd-checks-")
        self.addCleanup(shutil.rmtree, self.root)
        os.makedirs(os.path.join(self.root, "tests", "checks"))
        for folder in ("src", "ui"):
            os.makedirs(os.path.join(self.root, folder))

    def write(self, path, text):
        target = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w", encoding="utf-8") as file:
            file.write(textwrap.dedent(text))

    def check(self, script, root=None):
        root = root or self.root
        words = [os.path.join(HERE, script)] + (["--root", root] if script.endswith(".py") else [])
        done = subprocess.run(words, capture_output=True, text=True, check=False, env={**os.environ, "PD_CHECK_ROOT": root})
        return done.returncode, done.stdout + done.stderr

    def assert_red(self, script, *words):
        status, output = self.check(script)
        self.assertEqual(status, 1, output)
        for word in words:
            self.assertIn(word, output)

    def assert_green(self, script, root=None):
        status, output = self.check(script, root)
        self.assertEqual(status, 0, output)


class LayeringTest(CheckCase):
    SCRIPT = "layering.py"

    def setUp(self):
        super().setUp()
        shutil.copy(os.path.join(HERE, "layers.txt"), os.path.join(self.root, "tests/checks"))
        self.write("src/core/error.h", LICENCE)
        self.write("src/core/CMakeLists.txt", "pd_layer(core PUBLIC Qt6::Core)\n")
        self.write("src/oci/digest.h", LICENCE + '#include "core/error.h"\n#include <QString>\n')
        self.write("src/oci/CMakeLists.txt", "pd_layer(oci PUBLIC Pd::core)\n")
        self.write("src/registry/client.h", LICENCE + '#include "oci/digest.h"\n')

    def test_this_checkout_is_in_order(self):
        self.assert_green(self.SCRIPT, CHECKOUT)

    def test_the_small_tree_is_in_order(self):
        self.assert_green(self.SCRIPT)

    def test_a_widget_below_ui(self):
        self.write("src/oci/digest.cpp", LICENCE + "\n#include <QLabel>\n")
        self.assert_red(self.SCRIPT, "src/oci/digest.cpp:3:", "QLabel")

    def test_a_widget_by_module(self):
        self.write("src/core/x.cpp", LICENCE + "#include <QtWidgets/QLabel>\n")
        self.assert_red(self.SCRIPT, "src/core/x.cpp:2:")

    def test_an_upward_include(self):
        self.write("src/oci/digest.cpp", LICENCE + '#include "registry/client.h"\n')
        self.assert_red(self.SCRIPT, "src/oci/digest.cpp:2:", "oci may not include registry")

    def test_an_include_around_the_corner(self):
        self.write("src/oci/digest.cpp", LICENCE + '#include "../registry/client.h"\n')
        self.assert_red(self.SCRIPT, "src/oci/digest.cpp:2:")

    def test_a_window_that_knows_the_wire(self):
        self.write("src/http/transport.h", LICENCE)
        self.write("ui/shell/mainwindow.cpp", LICENCE + '#include "http/transport.h"\n')
        self.assert_red(self.SCRIPT, "ui/shell/mainwindow.cpp:2:", "ui/shell may not include http")

    def test_widgets_linked_to_core(self):
        self.write("src/core/CMakeLists.txt", "pd_layer(core PUBLIC Qt6::Core\n    LINK Qt6::Widgets)\n")
        self.assert_red(self.SCRIPT, "src/core/CMakeLists.txt:2:", "Qt6::Widgets")

    def test_an_upward_link(self):
        self.write("src/oci/CMakeLists.txt", "pd_layer(oci PUBLIC Pd::core LINK Pd::registry)\n")
        self.assert_red(self.SCRIPT, "src/oci/CMakeLists.txt:1:", "oci may not link registry")

    def test_threads_crossed_elsewhere(self):
        for fault in ("QtConcurrent::run(f);", "QMetaObject::invokeMethod(o, f);", "connect(a, b, c, d, Qt::QueuedConnection);",
                      "o->moveToThread(t);", "std::thread t(f);", "QProcess p;"):
            with self.subTest(fault):
                self.write("src/oci/digest.cpp", LICENCE + "\n" + fault + "\n")
                self.assert_red(self.SCRIPT, "src/oci/digest.cpp:3:")

    def test_a_comment_is_no_fault(self):
        self.write("src/oci/digest.cpp", LICENCE + "/* #include <QLabel>\n QtConcurrent */ // std::thread\n")
        self.assert_green(self.SCRIPT)

    def test_a_layer_that_nobody_named(self):
        self.write("src/utils/x.h", LICENCE)
        self.assert_red(self.SCRIPT, "src/utils/x.h:1:", "layers.txt")


class SizesTest(CheckCase):
    SCRIPT = "sizes.py"

    def function(self, lines):
        return "int f()\n{\n" + "    g();\n" * (lines - 3) + "}\n"

    def test_in_order(self):
        self.write("src/core/a.cpp", LICENCE + self.function(35))
        self.assert_green(self.SCRIPT)

    def test_a_long_function(self):
        self.write("src/core/a.cpp", LICENCE + self.function(30) * 50 + self.function(91).replace("f()", "longOne()"))
        self.assert_red(self.SCRIPT, "src/core/a.cpp:1502:", "longOne has 91 lines")

    def test_functions_that_are_usually_long(self):
        self.write("src/core/a.cpp", LICENCE + self.function(40) * 3)
        self.assert_red(self.SCRIPT, "percentile of functions is 40")

    def test_a_long_file(self):
        self.write("src/core/a.cpp", LICENCE + "int x;\n" * 650)
        self.assert_red(self.SCRIPT, "src/core/a.cpp:650:")

    def test_a_main_window_that_grew(self):
        self.write("ui/shell/mainwindow.cpp", LICENCE + "int x;\n" * 400)
        self.assert_red(self.SCRIPT, "ui/shell/mainwindow.cpp:400:")


class FormatTest(CheckCase):
    def test_what_it_says(self):
        shutil.copy(os.path.join(CHECKOUT, ".clang-format"), self.root)
        self.write("src/core/a.cpp", "int f()\n{\n    return 1;\n}\n")
        self.assert_green("format.sh")
        self.write("src/core/a.cpp", "int f() {\n  return 1; }\n")
        self.assert_red("format.sh", "src/core/a.cpp:1:")


class ShellcheckTest(CheckCase):
    def test_what_it_says(self):
        self.write("tool", "#!/bin/bash\necho \"$1\"\n")
        self.assert_green("shellcheck.sh")
        self.write("tool", "#!/bin/bash\nrm $1\n")
        self.assert_red("shellcheck.sh", "tool:2:")


class TranslationsTest(CheckCase):
    SCRIPT = "translations.py"
    GERMAN, ENGLISH = "translations/policydesk_de.ts", "translations/policydesk_en.ts"

    def setUp(self):
        super().setUp()
        self.write("src/core/a.cpp", '#include <QObject>\nQString f() { return QObject::tr("Push"); }\n')
        self.texts("Push", ">Hochladen</translation>")
        self.write(self.ENGLISH, self.file("en", ""))

    @staticmethod
    def file(language, messages):
        return f"""<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="{language}"><context><name>QObject</name>
            {messages}</context></TS>"""

    def texts(self, source, rest, attributes="", language="de"):
        """One text in the sources, and what the file says of it."""
        call = f'QObject::tr("{source}", nullptr, n)' if attributes else f'QObject::tr("{source}")'
        self.write("src/core/a.cpp", f"#include <QObject>\nQString f(int n) {{ return {call}; }}\n")
        escaped = source.replace("&", "&amp;").replace("<", "&lt;")
        message = f"<message{attributes}><source>{escaped}</source><translation{rest}</message>"
        self.write(self.GERMAN if language == "de" else self.ENGLISH, self.file(language, message))

    def test_this_checkout_has_all_its_languages(self):
        for name in ("policydesk_de.ts", "policydesk_en.ts"):
            self.assertTrue(os.path.exists(os.path.join(CHECKOUT, "translations", name)), name)

    def test_finished(self):
        self.assert_green(self.SCRIPT)

    def test_unfinished_empty_and_missing(self):
        self.texts("Push", ' type="unfinished">Hochladen</translation>')
        self.assert_red(self.SCRIPT, "policydesk_de.ts", '"Push" is unfinished')
        self.texts("Push", "></translation>")
        self.assert_red(self.SCRIPT, '"Push" has no translation')
        self.texts("Push", ">Hochladen</translation>")
        self.write("src/core/b.cpp", '#include <QObject>\nQString g() { return QObject::tr("Pull"); }\n')
        self.assert_red(self.SCRIPT, '"Pull" is missing')

    def test_no_longer_in_the_sources(self):
        self.write("src/core/a.cpp", "")
        self.assert_red(self.SCRIPT, '"Push" is no longer in the sources')

    def test_a_language_that_is_not_there(self):
        os.remove(os.path.join(self.root, self.ENGLISH))
        self.assert_red(self.SCRIPT, "policydesk_en.ts:1: is missing")

    def test_what_the_program_puts_in(self):
        for source, good, bad, word in (
                ("%1 of %2", "%1 von %2", "%1 von allen", "loses %2"), ("Push %1", "%1 hochladen", "%1 nach %2", "brings %2"),
                ("&Push", "&Hochladen", "Hochladen", "loses a key (&)"), ("Push…", "Hochladen …", "Hochladen", "loses an ellipsis"),
                ("Bundles (*.tar.gz)", "Bundles (*.tar.gz)", "Bundles", "loses *.tar.gz"), ("Push <b>all</b>", "<b>Alle</b>", "Alle", "loses </b>"),
                ("Push? ", "Hochladen? ", "Hochladen?", "loses a space")):
            with self.subTest(source):
                self.texts(source, f">{good.replace('&', '&amp;').replace('<', '&lt;')}</translation>")
                self.assert_green(self.SCRIPT)
                self.texts(source, f">{bad.replace('<', '&lt;')}</translation>")
                self.assert_red(self.SCRIPT, word)

    def test_one_and_many(self):
        def numbers(forms):
            for language in ("de", "en"):
                inner = "".join(f"<numerusform>{form}</numerusform>" for form in forms)
                self.texts("%n tags", f">{inner}</translation>", ' numerus="yes"', language)
        numbers(["%n Tag", "%n Tags"])
        self.assert_green(self.SCRIPT)
        numbers(["%n Tags"])
        self.assert_red(self.SCRIPT, "has 1 forms, not 2")
        numbers(["%n Tag", ""])
        self.assert_red(self.SCRIPT, "has no translation")
        numbers(["ein Tag", "%n Tags"])
        self.assert_red(self.SCRIPT, "loses %n")

    def test_a_number_without_forms(self):
        self.texts("Remove %1 images", ">%1 Images entfernen</translation>")
        self.assert_red(self.SCRIPT, "counts things")

    def test_it_is_brought_up_to_date(self):
        self.write("src/core/b.cpp", '#include <QObject>\nQString g() { return QObject::tr("Pull"); }\n')
        done = subprocess.run([os.path.join(HERE, self.SCRIPT), "--fix", "--root", self.root], capture_output=True, text=True, check=False)
        self.assertIn('"Pull" is unfinished', done.stdout)
        with open(os.path.join(self.root, self.GERMAN), encoding="utf-8") as file:
            text = file.read()
        self.assertIn("<source>Pull</source>", text)
        self.assertIn("Hochladen", text)

    def test_the_marked_language(self):
        self.texts("&Push %1…", ">&amp;Hochladen %1 …</translation>")
        out = os.path.join(self.root, "marked.ts")
        subprocess.run([os.path.join(CHECKOUT, "translations", "pseudo.py"), os.path.join(self.root, self.GERMAN),
                        os.path.join(self.root, self.ENGLISH), out], check=True)
        with open(out, encoding="utf-8") as file:
            translation = file.read().split("<translation>")[1].split("</translation>")[0].replace("&amp;", "&")
        self.assertRegex(translation, r"^⟦&Püsh %1….+⟧$")
        self.assertGreaterEqual(len(translation), len("&Push %1…") + 4)


class DesktopTest(CheckCase):
    def test_what_it_says(self):
        for script, ending, fault in (("desktop.sh", ".desktop", ("Exec=", "Exek=")), ("metainfo.sh", ".metainfo.xml", ("<summary>", "<sumary>"))):
            name = f"packaging/io.github.policydesk.PolicyDesk{ending}"
            with open(os.path.join(CHECKOUT, name), encoding="utf-8") as file:
                text = file.read()
            self.write(name, text)
            self.assert_green(script)
            self.write(name, text.replace(*fault))
            self.assertNotEqual(self.check(script)[0], 0, script)


if __name__ == "__main__":
    unittest.main(verbosity=2)
