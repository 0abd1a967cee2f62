// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette.h"

#include <QIconEngine>
#include <QString>

namespace pd::ui {

/// Draws an SVG as a shape of one colour, asked for when it is painted: a change of look needs no new icon.
class IconEngine final : public QIconEngine {
public:
    IconEngine(QString name, Role role)
        : m_name(std::move(name))
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override { return new IconEngine(*this); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }
    QString key() const override { return QStringLiteral("policydesk"); }

private:
    QString m_name;
    Role m_role;
};

/// `size` in device independent pixels. Null where the name is not known.
[[nodiscard]] QPixmap iconPixmap(const QString &name, const QSize &size, qreal ratio, const QColor &color, bool mirrored);

} // namespace pd::ui
