// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/thread.h"
#include "core/workerpool.h"
#include "desk/desk.h"
#include "desk/engine.h"
#include "places/deskwindow.h"
#include "widgets/theme.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace pd::test {

/// The whole program but its `main`: a window over a real desk, whose home is a folder that the test has spoilt. Driven with mouse and
/// keys alone. Below it live `store`, `config`, `data`, `state` and `cache`; the runtime folder and the temporary one are elsewhere.
class HostileDesk {
public:
    /// `home` may lie on a disk that is full or read-only. `registries` stand in the tree.
    explicit HostileDesk(const QString &home, const QStringList &registries = {});
    ~HostileDesk();
    HostileDesk(const HostileDesk &) = delete;
    HostileDesk &operator=(const HostileDesk &) = delete;

    /// The window is there, and has the keyboard. A reason where not.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] desk::Desk &desk() { return *m_desk; }
    [[nodiscard]] ui::DeskWindow &window() { return *m_window; }
    [[nodiscard]] static QString storeOf(const QString &home) { return home + QStringLiteral("/store"); }

    /// The visible control of that id, in the dialog in front where there is one.
    [[nodiscard]] QWidget *find(const QString &id) const;
    /// A click in its middle, once it can be pressed.
    [[nodiscard]] bool press(const QString &id);
    /// Two clicks as fast as a hand makes them; the second falls on whatever is there by then.
    [[nodiscard]] bool pressTwice(const QString &id);
    /// The text of a field replaced by keys.
    [[nodiscard]] bool type(const QString &id, const QString &text, bool enter = false);
    /// The row of that text in the view of that id, clicked.
    [[nodiscard]] bool choose(const QString &view, const QString &text);
    /// The next file dialog gets this path and Enter.
    void answerFileDialog(const QString &path);

    /// Everything in words that can be read in the window and its dialogs, and what buttons offer.
    [[nodiscard]] QString said() const;
    [[nodiscard]] bool says(const QString &words) const { return said().contains(words); }
    /// Waits for the words, for 30 s; what was said meanwhile counts, too, since a toast goes by itself.
    [[nodiscard]] bool hears(const QString &words);
    /// Everything that was heard so far, and how each act ended: for the message of a test that fails.
    [[nodiscard]] QByteArray heard() const;
    /// Whether an event that is posted now is handled within 250 ms; a computer that is busy otherwise gets three tries.
    [[nodiscard]] bool answers() const;
    /// Acts of that verb that ended well.
    [[nodiscard]] int done(const QString &verb) const;
    /// Nothing runs any more.
    [[nodiscard]] bool isQuiet() const { return !m_desk->isBusy(); }

private:
    void listen();

    QString m_problem;
    QStringList m_heard;
    WorkerPool m_pool;
    SystemClock m_clock;
    ui::Theme m_theme;
    std::unique_ptr<EventThread> m_thread;
    std::unique_ptr<desk::Engine> m_engine;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<ui::DeskWindow> m_window;
};

/// What a folder holds, names and bytes, as one digest. The lock of the store is no content.
[[nodiscard]] QByteArray fingerprint(const QString &folder);

/// A home whose store has `localhost/acme/rbac:1.0.0`, built by the real OPA once for the whole class.
class TemplateHome {
public:
    TemplateHome();
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool copyTo(const QString &home) const;

private:
    QTemporaryDir m_folder;
    QString m_problem;
};

/// A disk of its own: a tmpfs over a folder, which goes with this object. Works below the launcher of this folder alone.
class SmallDisk {
public:
    explicit SmallDisk(const QString &folder);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isThere() const { return m_there; }
    [[nodiscard]] bool fill();
    [[nodiscard]] bool setReadOnly();

private:
    QByteArray m_folder;
    bool m_there = false;
};

/// A policy that compiles, in `folder`.
[[nodiscard]] bool writePolicy(const QString &folder);
/// A file of that many bytes without a byte on the disk.
[[nodiscard]] bool writeSparse(const QString &path, qint64 size, const QByteArray &head = {});

} // namespace pd::test
