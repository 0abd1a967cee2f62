// SPDX-License-Identifier: GPL-3.0-or-later
#include "topbar.h"

#include "widgets/breadcrumb.h"
#include "widgets/controls.h"
#include "widgets/icons.h"
#include "widgets/painting.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace pd::ui {

namespace {

/// Looks like a field and is a button: typing begins in the palette that it opens.
class GoToButton final : public QAbstractButton {
public:
    GoToButton(const QString &text, const QStringList &keys, QWidget *parent)
        : QAbstractButton(parent)
        , m_keys(keys.join(QLatin1Char(' ')))
    {
        setText(text);
        setAccessibleName(text);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setFixedHeight(px(32));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {px(240), px(32)}; }
    QSize minimumSizeHint() const override { return {px(64), px(32)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const bool ring = hasFocus() && keyboardInUse();
        paintBox(&painter, rect(), 6, underMouse() ? Role::ControlHover : Role::Field, ring ? Role::None : Role::ControlBorder);
        if (ring)
            paintRing(&painter, rect(), 6);
        const int side = px(16);
        const QRect symbol(px(8), (height() - side) / 2, side, side);
        paintIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), symbol), QStringLiteral("search"), color(Role::Text2));
        const QFont face = ui::font(Type::Body);
        const int caps = keyCapSize(m_keys).width();
        const int room = width() - px(32) - caps - px(16);
        const int shown = std::min(room, textWidth(text(), face));
        const int x = isRightToLeft() ? width() - px(32) - shown : px(32);
        paintText(&painter, x, baselineIn(rect(), face), shown, text(), face, color(Role::Text2));
        if (room < px(40))
            return;
        const QRect cap(QPoint(width() - px(6) - caps, (height() - px(20)) / 2), QSize(caps, px(20)));
        paintKeyCap(&painter, QStyle::visualRect(layoutDirection(), rect(), cap), m_keys);
    }

private:
    QString m_keys;
};

} // namespace

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_left(new QWidget(this))
    , m_right(new QWidget(this))
    , m_crumbs(new Breadcrumb(this))
{
    setGround(this, Role::Chrome);
    setFixedHeight(px(48));
    setObjectName(QStringLiteral("topBar"));
    const auto button = [this](QWidget *owner, const QString &icon, const QString &name, const char *id) {
        QToolButton *made = makeIconButton(icon, name, owner);
        made->setObjectName(QLatin1StringView(id));
        return made;
    };
    m_tree = button(m_left, QStringLiteral("sidebar-collapse"), tr("Show or hide the tree"), "treeButton");
    m_back = button(m_left, QStringLiteral("go-previous"), tr("Back"), "backButton");
    m_forward = button(m_left, QStringLiteral("go-next"), tr("Forward"), "forwardButton");
    auto *left = new QHBoxLayout(m_left);
    left->setContentsMargins(px(8), 0, px(8), 0);
    left->setSpacing(0);
    left->addWidget(m_tree);
    left->addStretch(1);
    left->addWidget(m_back);
    left->addWidget(m_forward);

    auto *goTo = new GoToButton(tr("Go to anything"), {tr("Ctrl"), QStringLiteral("K")}, m_right);
    goTo->setObjectName(QStringLiteral("goToButton"));
    m_inspector = button(m_right, QStringLiteral("sidebar-expand-right"), tr("Show or hide the inspector"), "inspectorButton");
    m_menu = button(m_right, QStringLiteral("application-menu"), tr("Menu"), "menuButton");
    auto *right = new QHBoxLayout(m_right);
    right->setContentsMargins(margins(px(16), 0, px(8), 0));
    right->setSpacing(0);
    right->addWidget(goTo, 1);
    right->addSpacing(px(8));
    right->addWidget(m_inspector);
    right->addWidget(m_menu);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_left);
    row->addSpacing(px(17));
    row->addWidget(m_crumbs, 1);
    row->addWidget(m_right);
    connect(m_tree, &QToolButton::clicked, this, &TopBar::treeToggled);
    connect(m_back, &QToolButton::clicked, this, &TopBar::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &TopBar::forwardRequested);
    connect(m_inspector, &QToolButton::clicked, this, &TopBar::inspectorToggled);
    connect(m_menu, &QToolButton::clicked, this, [this] { Q_EMIT menuRequested(m_menu); });
    connect(goTo, &QAbstractButton::clicked, this, &TopBar::goToRequested);
    connect(m_crumbs, &Breadcrumb::chosen, this, &TopBar::crumbChosen);
    setHistory(false, false);
    setPanes(px(248), px(320), false, false);
}

void TopBar::setCrumbs(const QList<models::Crumb> &crumbs)
{
    m_crumbs->setCrumbs(crumbs);
}

void TopBar::setHistory(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void TopBar::setPanes(int treeWidth, int inspectorWidth, bool narrow, bool hasDetails)
{
    const bool tree = treeWidth > 0;
    m_left->setFixedWidth(tree ? std::max(treeWidth, px(112)) : px(120));
    const int natural = px(narrow ? 336 : 320);
    m_right->setFixedWidth(inspectorWidth > 0 && !narrow ? std::max(inspectorWidth, px(240)) : natural);
    m_tree->setIcon(icon(tree ? QStringLiteral("sidebar-collapse") : QStringLiteral("sidebar-expand")));
    m_tree->setToolTip(tree ? tr("Hide the tree") : tr("Show the tree"));
    const bool details = inspectorWidth > 0;
    m_inspector->setVisible(narrow || (hasDetails && !details));
    m_inspector->setIcon(icon(details ? QStringLiteral("sidebar-collapse-right") : QStringLiteral("sidebar-expand-right")));
    m_inspector->setToolTip(details ? tr("Hide the inspector") : tr("Show the inspector"));
}

} // namespace pd::ui
