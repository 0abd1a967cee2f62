// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette.h"

#include <QWidget>

namespace pd::ui {

/// An icon that stands beside words. It has no accessible name: the words say it.
class IconView final : public QWidget {
    Q_OBJECT
public:
    /// `side`: in pixels of the drawing.
    explicit IconView(const QString &icon, Role role, int side = 16, QWidget *parent = nullptr);
    void setIcon(const QString &icon, Role role);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    Role m_role;
};

} // namespace pd::ui
