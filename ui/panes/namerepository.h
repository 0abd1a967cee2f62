// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace pd::ui {

/// Instead of a table where a registry tells nobody which repositories it has: a field to name one. Centred as an empty state is.
class NameRepository final : public QWidget {
    Q_OBJECT
public:
    explicit NameRepository(QWidget *parent = nullptr);

    /// `place`: the host, or the host with an owner, that stands before what is typed. A new one empties the field.
    void setPlace(const QString &place);
    /// Why what was typed cannot be opened; empty takes it away. Typing takes it away, too.
    void setProblem(const QString &problem);

Q_SIGNALS:
    /// `place`, a slash and what was typed, as it was typed.
    void entered(const QString &typed);

private:
    void open();

    QString m_place;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_prefix;
    QLineEdit *m_edit;
    QPushButton *m_open;
    QLabel *m_problem;
};

} // namespace pd::ui
