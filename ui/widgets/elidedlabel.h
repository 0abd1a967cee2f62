// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette.h"
#include "type.h"

#include <QLabel>

namespace pd::ui {

/// One line of text that ends in dots where it does not fit; the tool tip has the whole then. Mono types stay left to right.
class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text, Type type, Role role, QWidget *parent = nullptr);

    void setText(const QString &text);
    /// Another type and role from now on.
    void setLook(Type type, Role role);
    void setElide(Qt::TextElideMode mode) { m_elide = mode; }
    /// Instead of the text, where the whole is longer than what is shown (a digest).
    void setWhole(const QString &whole);
    [[nodiscard]] bool isElided() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void tell();

    QString m_whole;
    Type m_type;
    Role m_role;
    Qt::TextElideMode m_elide = Qt::ElideRight;
};

} // namespace pd::ui
