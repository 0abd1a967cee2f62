// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rows.h"

#include <QLabel>

namespace pd::ui {

/// A pill of one or two words, 20 px high. Its accessible name is its text.
class Badge final : public QLabel {
    Q_OBJECT
public:
    explicit Badge(const models::BadgeValue &value = {}, QWidget *parent = nullptr);

    void setValue(const models::BadgeValue &value);
    [[nodiscard]] const models::BadgeValue &value() const { return m_value; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    models::BadgeValue m_value;
};

/// A key as it stands on the keyboard, 20 px high.
class KeyCap final : public QWidget {
    Q_OBJECT
public:
    explicit KeyCap(const QString &key, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
};

} // namespace pd::ui
