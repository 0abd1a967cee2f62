// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTest>

#include <memory>

class QCoreApplication;

namespace pd::test {

using MakeApplication = std::unique_ptr<QCoreApplication> (*)(int &argc, char **argv);
using MakeTest = std::unique_ptr<QObject> (*)();

/// Adds a class to those that the executable runs; called by `PD_TEST` before `main`.
bool add(const char *name, MakeTest make);

/// A problem that no test function can report: printed, and the class fails. Any thread.
void addFailure(const QString &message);

/// Runs one class: `tst_unit ClassName [Qt Test's arguments]`; without a class each in a process of its own; `--list` prints the names.
///
/// The class gets its own HOME, TMPDIR and XDG folders, removed afterwards, no proxy, no bus or display but those of `support/desktop.py`,
/// LANG=C.UTF-8, an application object and a `pd::Mailbox` for the main thread.
/// It fails where a function fails, is skipped or does not exist, and where the class leaves a process behind.
int run(int argc, char **argv, MakeApplication makeApplication);

} // namespace pd::test

/// Registers a test class of Qt Test, in the file that defines it.
#define PD_TEST(Class)                                     \
    [[maybe_unused]] static const bool pdRegistered##Class \
        = pd::test::add(#Class, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
