// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/navigation.h"

#include <QWidget>

class QHBoxLayout;

namespace pd::ui {

/// Where we are: "ghcr.io > acme > policy-rebac". The last step is bold; where the room is too narrow the middle steps go first into dots,
/// then the last one elides.
class Breadcrumb final : public QWidget {
    Q_OBJECT
public:
    explicit Breadcrumb(QWidget *parent = nullptr);

    void setCrumbs(const QList<models::Crumb> &crumbs);
    [[nodiscard]] const QList<models::Crumb> &crumbs() const { return m_crumbs; }
    /// Steps that are shown now, by index; -1 for the dots.
    [[nodiscard]] QList<int> shown() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Step {
        int crumb; ///< -1: the dots
        QRect rect;
    };
    [[nodiscard]] QList<Step> steps() const;
    [[nodiscard]] int widthOf(int crumb) const;
    [[nodiscard]] int stepAt(const QPoint &at) const;

    QList<models::Crumb> m_crumbs;
    int m_hovered = -1;
    int m_focused = 0;
};

} // namespace pd::ui
