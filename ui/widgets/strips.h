// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/actions.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace pd::ui {

class ElidedLabel;
class IconView;

/// 40 px under the tabs: "No network since 14:05. Pulls wait for it. … Try now".
class NoticeStrip final : public QWidget {
    Q_OBJECT
public:
    explicit NoticeStrip(QWidget *parent = nullptr);
    void setNotice(const QString &icon, const QString &title, const QString &text, const models::ActionValue &action);

Q_SIGNALS:
    void triggered(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    IconView *m_icon;
    QLabel *m_title;
    ElidedLabel *m_text;
    QPushButton *m_button;
    QString m_id;
};

/// 40 px pinned under a table: what else is there ("321 versions without a tag"), can be opened, with an act at the end.
class PinnedStrip final : public QWidget {
    Q_OBJECT
public:
    explicit PinnedStrip(QWidget *parent = nullptr);
    /// `openable` shows a chevron and makes the strip a button.
    void setContent(const QString &title, const QString &text, const models::ActionValue &action, bool openable);
    void setOpen(bool open);

Q_SIGNALS:
    void toggled(bool open);
    void triggered(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *m_title;
    ElidedLabel *m_text;
    QPushButton *m_button;
    QString m_id;
    bool m_openable = false;
    bool m_open = false;
};

/// 48 px under a table in a narrow window: the chosen row's name, digest and verbs, and *Details*.
class VerbBar final : public QWidget {
    Q_OBJECT
public:
    explicit VerbBar(QWidget *parent = nullptr);
    void setContent(const QString &name, const QString &digest, const QString &note, const QList<models::ActionValue> &actions,
        const QList<models::ActionValue> &more);

Q_SIGNALS:
    void triggered(const QString &id);
    void detailsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
};

} // namespace pd::ui
