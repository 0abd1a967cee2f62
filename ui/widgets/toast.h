// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace pd::ui {

/// What a toast says. `undoId` empty: there is nothing to undo, and no button.
struct ToastValue {
    QString icon;
    QString text; ///< "Removed policy-rebac:2.0.2 from this computer"
    QString note; ///< "17.5 KiB"
    QString undoId;
};

/// Tells what just happened and offers to undo it. A child of the middle, centred, 16 px above its lower edge; goes after 8 s, not while it
/// has the pointer or the keyboard. 20 px larger on each side than what is seen, for the shadow.
class Toast final : public QWidget {
    Q_OBJECT
public:
    /// `host`: the widget over which it lies; follows its size.
    explicit Toast(QWidget *host);

    void showValue(const ToastValue &value);
    void dismiss();

Q_SIGNALS:
    void undoRequested(const QString &undoId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void undo();

    QString m_undoId;
    QString m_iconName;
    QTimer m_timer;
    QLabel *m_text;
    QLabel *m_note;
    QPushButton *m_undo;
    QLabel *m_keys;
    QWidget *m_close;
};

} // namespace pd::ui
