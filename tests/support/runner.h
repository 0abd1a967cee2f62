// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTest>

#include <memory>

namespace pd::test {

using MakeTest = std::unique_ptr<QObject> (*)();

/// Adds a class to those that the executable runs; called by `PD_TEST` before `main`.
bool add(const char *name, MakeTest make);

/// Runs one class: `tst_unit ClassName [Qt Test's arguments]`; without a class each in a process of its own; `--list` prints the names.
///
/// The class gets its own HOME, TMPDIR and XDG folders, removed afterwards, no proxy, no bus or display but those of `support/desktop.sh`,
/// LANG=C.UTF-8, an application object (QApplication where `gui`) and a `pd::Mailbox` for the main thread.
/// It fails where a function fails, is skipped or does not exist, and where the class leaves a process behind.
int run(int argc, char **argv, bool gui);

} // namespace pd::test

/// Registers a test class of Qt Test, in the file that defines it.
#define PD_TEST(Class)                                                                                                 \
    [[maybe_unused]] static const bool pdRegistered##Class =                                                           \
        pd::test::add(#Class, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
