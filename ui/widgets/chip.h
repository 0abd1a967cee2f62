// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace pd::ui {

/// A choice in a row of choices: "Public 4". Checkable, 28 px high; put several into a QButtonGroup.
class Chip final : public QAbstractButton {
    Q_OBJECT
public:
    /// `count` below 0: no count.
    explicit Chip(const QString &text, const QString &icon = {}, int count = -1, QWidget *parent = nullptr);

    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void name();
    [[nodiscard]] QString countText() const;

    QString m_icon;
    int m_count;
};

} // namespace pd::ui
