// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace pd::ui {

/// Back and forward over places, as a browser has it. Keeps the last 100. GUI thread.
class History final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// A place was gone to: what lay ahead is forgotten. The same place twice in a row counts once.
    void visit(const QString &place);
    /// Goes there and announces it; nothing where there is nothing.
    void back();
    void forward();
    /// A place that is gone (a folder removed, a registry signed out of) is not gone back to.
    void forget(const QString &place);

    [[nodiscard]] QString current() const;
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }

Q_SIGNALS:
    void changed();
    /// Asked for by back() or forward(); not by visit().
    void requested(const QString &place);

private:
    void go(qsizetype to);

    QStringList m_places;
    qsizetype m_at = -1;
};

} // namespace pd::ui
