// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

class QLineEdit;

namespace pd::ui {

/// Words as tokens in one field: the tags of a publication. Enter, comma or space makes a token of what is typed; Backspace before the first
/// letter, or Delete on a token that Left has gone to, takes one away; a paste of several words makes several. No word twice.
class TokenField final : public QWidget {
    Q_OBJECT
public:
    explicit TokenField(const QString &accessibleName, QWidget *parent = nullptr);

    void setTokens(const QStringList &tokens);
    [[nodiscard]] QStringList tokens() const { return m_tokens; }
    void addToken(const QString &token);
    void removeToken(const QString &token);
    void setPlaceholder(const QString &text);
    /// Says of a word why it cannot be a token; empty: it can. The word then stays in the field and `refused` is emitted.
    void setCheck(std::function<QString(const QString &)> check) { m_check = std::move(check); }
    /// The field for the next word; its object name is given by the form ("tagEdit").
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    /// Makes a token of what is typed; false where that is refused.
    bool commit();

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void tokensChanged(const QStringList &tokens);
    void refused(const QString &word, const QString &reason);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Place;
    [[nodiscard]] QList<QRect> lay(int width, QRect *rest) const;
    [[nodiscard]] QRect cross(const QRect &token) const;
    bool handleKey(int key);
    void removeAt(qsizetype at);
    void choose(qsizetype at);
    void place();

    QStringList m_tokens;
    QLineEdit *m_edit;
    qsizetype m_chosen = -1;
    qsizetype m_hovered = -1;
    std::function<QString(const QString &)> m_check;
};

} // namespace pd::ui
