// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls.h"

#include "icons.h"
#include "theme.h"

#include <QAction>
#include <QComboBox>
#include <QBoxLayout>
#include <QFrame>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVariant>

namespace pd::ui {

namespace {

constexpr char KindProperty[] = "pdKind";
constexpr char SmallProperty[] = "pdSmall";

Role iconRole(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary: return Role::OnAccent;
    case ButtonKind::Danger: return Role::OnDanger;
    case ButtonKind::Link: return Role::AccentLine;
    default: return Role::Text;
    }
}

/// Layouts ask for the height at one width again and again, and each answer lays the text out: what was answered is kept.
class Paragraph final : public QLabel {
public:
    using QLabel::QLabel;
    [[nodiscard]] int heightForWidth(int width) const override
    {
        Asked now{text(), font(), contentsMargins(), alignment()};
        if (m_asked != now) {
            m_asked = std::move(now);
            m_heights.clear();
        }
        const auto known = m_heights.constFind(width);
        return known != m_heights.cend() ? *known : *m_heights.insert(width, QLabel::heightForWidth(width));
    }

private:
    struct Asked {
        QString text;
        QFont font;
        QMargins margins;
        Qt::Alignment alignment;
        friend bool operator==(const Asked &, const Asked &) = default;
    };
    mutable Asked m_asked;
    mutable QHash<int, int> m_heights;
};

void dressLabel(QLabel *label, Type type, Role role)
{
    label->setTextFormat(Qt::PlainText);
    // A label follows its text otherwise, not the window.
    if (label->isRightToLeft())
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute);
    dress(label, type, role);
}

ButtonKind kindFor(models::ActionRank rank)
{
    switch (rank) {
    case models::ActionRank::Primary: return ButtonKind::Primary;
    case models::ActionRank::Filled: return ButtonKind::Danger;
    default: return ButtonKind::Secondary;
    }
}

} // namespace

void setKind(QAbstractButton *button, ButtonKind kind, bool small)
{
    button->setProperty(KindProperty, static_cast<int>(kind));
    button->setProperty(SmallProperty, small);
    const bool strong = kind == ButtonKind::Primary || kind == ButtonKind::Danger;
    dress(button, strong ? Type::Strong : Type::Body, Role::None);
    button->updateGeometry();
    button->update();
}

ButtonKind kindOf(const QWidget *button)
{
    const QVariant kind = button ? button->property(KindProperty) : QVariant();
    if (kind.isValid())
        return static_cast<ButtonKind>(kind.toInt());
    return ButtonKind::Secondary;
}

bool isSmall(const QWidget *button)
{
    return button && button->property(SmallProperty).toBool();
}

QPushButton *makeButton(const models::ActionValue &action, QWidget *parent)
{
    const ButtonKind kind = kindFor(action.rank);
    QPushButton *button = makeButton(action.label, kind, parent);
    if (!action.id.isEmpty())
        button->setObjectName(action.id + QStringLiteral("Button"));
    if (!action.icon.isEmpty())
        button->setIcon(icon(action.icon, iconRole(kind)));
    button->setEnabled(action.enabled);
    button->setToolTip(action.enabled || action.reason.isEmpty() ? action.toolTip : action.reason);
    button->setAccessibleDescription(action.reason);
    return button;
}

QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setIconSize({px(16), px(16)});
    button->setAutoDefault(false);
    button->setAccessibleName(text);
    setKind(button, kind);
    return button;
}

QToolButton *makeIconButton(const QString &name, const QString &label, QWidget *parent, bool small)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(name));
    button->setIconSize({px(16), px(16)});
    button->setAutoRaise(true);
    button->setToolTip(label);
    button->setAccessibleName(label);
    button->setFocusPolicy(Qt::TabFocus);
    const int side = px(small ? 24 : 32);
    button->setFixedSize(side, side);
    return button;
}

QLabel *makeLabel(const QString &text, Type type, Role role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    dressLabel(label, type, role);
    return label;
}

QLabel *makeParagraph(const QString &text, Type type, Role role, QWidget *parent)
{
    auto *label = new Paragraph(parent);
    dressLabel(label, type, role);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    // Words never set a floor for the width of a pane: they wrap.
    label->setMinimumWidth(1);
    setParagraph(label, text);
    return label;
}

void setParagraph(QLabel *label, const QString &text)
{
    label->setText(text.isEmpty() ? QString()
                                  : QStringLiteral("<p style=\"line-height:128%;margin:0\">%1</p>")
                                        .arg(text.toHtmlEscaped().replace(QChar::LineFeed, QStringLiteral("<br>"))));
    label->setAccessibleName(text);
}

QFrame *makeLine(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QFrame(parent);
    setGround(line, Role::Line);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

namespace {

/// The icon before the text; it is seen, not pressed.
void addLead(QLineEdit *field, const QString &name, const QString &label)
{
    if (name.isEmpty())
        return;
    field->setProperty("pdLeading", true);
    auto *lead = new QAction(icon(name), QString(), field);
    field->addAction(lead, QLineEdit::LeadingPosition);
    for (auto *button : field->findChildren<QToolButton *>(Qt::FindDirectChildrenOnly)) {
        button->setFocusPolicy(Qt::NoFocus);
        button->setAccessibleName(label);
        button->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
}

} // namespace

QLineEdit *makeField(const QString &name, const QString &placeholder, const QString &label, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(label);
    addLead(field, name, label);
    return field;
}

QComboBox *makeChoiceField(const QString &name, const QString &placeholder, const QString &label, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setAccessibleName(label);
    box->lineEdit()->setPlaceholderText(placeholder);
    box->lineEdit()->setAccessibleName(label);
    addLead(box->lineEdit(), name, label);
    return box;
}

void clearLayout(QBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->setParent(nullptr);
            widget->deleteLater();
        } else if (auto *inner = qobject_cast<QBoxLayout *>(item->layout())) {
            clearLayout(inner);
        }
        delete item;
    }
}

} // namespace pd::ui
