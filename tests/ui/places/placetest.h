// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "desk/desk.h"
#include "desk/engine.h"
#include "places/deskwindow.h"
#include "support/await.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace pd::test {

/// What the window's engine is told.
struct PlaceOptions {
    QMap<QString, QString> githubApi = {};
    desk::Settings settings = {};
};

/// The whole window on the real engine, as `policydesk` makes it, in the home of the test class. What a person does goes through `click`, `type`
/// and `clickRow`: each finds what shows, wherever it is, and is false where nothing can be clicked.
class Place {
public:
    explicit Place(const PlaceOptions &options = {});
    ~Place();
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

    [[nodiscard]] bool show();
    [[nodiscard]] ui::MainWindow &window() { return m_window->window(); }
    [[nodiscard]] ui::DeskWindow &desk() { return *m_window; }
    [[nodiscard]] desk::Desk &verbs() { return *m_desk; }
    [[nodiscard]] desk::Services &services();
    [[nodiscard]] Mailbox &engineThread() { return m_thread->mailbox(); }

    /// A control of that id that shows, in the window or in a dialog above it; null where there is none.
    template <typename T = QWidget>
    [[nodiscard]] static T *shown(const QString &id)
    {
        return qobject_cast<T *>(shownWidget(id));
    }
    [[nodiscard]] static QWidget *shownWidget(const QString &id);
    /// It shows, is enabled, and no dialog is above it.
    [[nodiscard]] static bool isOffered(const QString &id);
    /// Once, as soon as it is offered.
    [[nodiscard]] static bool click(const QString &id);
    [[nodiscard]] static bool type(const QString &id, const QString &text);
    /// A row of a view, by the text in a column, as soon as it is there.
    [[nodiscard]] static bool clickRow(const QString &viewId, const QString &text, int column = 0);
    /// Whether a label, or what is in place of one, that shows has these words.
    [[nodiscard]] static bool says(const QString &words);
    /// Labels of the tree, as far as its branches are open.
    [[nodiscard]] QStringList tree();
    /// What the inspector offers.
    [[nodiscard]] QStringList offers();
    [[nodiscard]] bool chooseInTree(const QString &label);
    void picture(const QString &name);

private:
    WorkerPool m_pool;
    SystemClock m_clock;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<EventThread> m_thread;
    std::unique_ptr<desk::Engine> m_engine;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<ui::DeskWindow> m_window;
};

/// Standard output of a program that ended well, trimmed; nothing otherwise. The event loop goes on meanwhile.
[[nodiscard]] std::optional<QByteArray> output(const QString &program, const QStringList &arguments);
/// The token that the keyring has under `USER@HOST`, as secret-tool finds it.
[[nodiscard]] QByteArray keyringToken(const QString &key);
/// Writes a file of the home, with its folders; an executable one where `mode` says so.
[[nodiscard]] bool writeHome(const QString &path, const QByteArray &bytes, bool executable = false);

/// Takes the pages that would open in a browser.
class Browser final : public QObject {
    Q_OBJECT
public:
    Browser();
    ~Browser() override;
    QStringList pages;

public Q_SLOTS:
    void open(const QUrl &url) { pages.append(url.toString(QUrl::FullyEncoded)); }
};

} // namespace pd::test
