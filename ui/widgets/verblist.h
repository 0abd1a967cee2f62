// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/actions.h"

#include <QToolButton>

class QVBoxLayout;

namespace pd::ui {

/// A verb: icon, words over the full width, key at the end. 28 px high.
class VerbButton final : public QToolButton {
    Q_OBJECT
public:
    explicit VerbButton(const models::ActionValue &verb, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    models::ActionValue m_verb;
};

/// Verbs below each other; what deletes stands last, in the error tone, whatever the order given.
class VerbList final : public QWidget {
    Q_OBJECT
public:
    explicit VerbList(QWidget *parent = nullptr);
    void setVerbs(const QList<models::ActionValue> &verbs);

Q_SIGNALS:
    void triggered(const QString &id);

private:
    QVBoxLayout *m_rows;
    QList<models::ActionValue> m_verbs;
};

} // namespace pd::ui
