// SPDX-License-Identifier: GPL-3.0-or-later
#include "trysource.h"

#include "widgets/codeview.h"
#include "widgets/controls.h"
#include "widgets/elidedlabel.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace pd::ui {

TrySource::TrySource(QWidget *parent)
    : QWidget(parent)
    , m_file(new ElidedLabel({}, Type::MonoSmallBold, Role::Text, this))
    , m_words(new ElidedLabel({}, Type::Small, Role::Text2, this))
    , m_previous(makeIconButton(QStringLiteral("arrow-up"), tr("Previous place"), this))
    , m_next(makeIconButton(QStringLiteral("arrow-down"), tr("Next place"), this))
    , m_view(new CodeView(Syntax::Rego, tr("Source"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QWidget(this);
    bar->setFixedHeight(px(36));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(margins(px(16), 0, px(8), 0));
    row->setSpacing(px(4));
    row->addWidget(m_file);
    row->addSpacing(px(8));
    row->addWidget(m_words, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    auto *close = makeIconButton(QStringLiteral("window-close"), tr("Close the source"), bar);
    close->setObjectName(QStringLiteral("closeSourceButton"));
    m_previous->setObjectName(QStringLiteral("previousPlaceButton"));
    m_next->setObjectName(QStringLiteral("nextPlaceButton"));
    row->addWidget(close);
    column->addWidget(bar);
    m_view->setObjectName(QStringLiteral("sourceView"));
    m_view->setAccessibleDescription(tr("To read; F12 shows where the name at the cursor is defined"));
    column->addWidget(m_view, 1);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &TrySource::closeRequested);
    connect(close, &QToolButton::clicked, this, &TrySource::closeRequested);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_view, &CodeView::definitionWanted, this,
        [this](int position) { Q_EMIT definitionWanted(m_view->toPlainText(), position, m_source.file); });
}

void TrySource::setSource(const desk::TrySource &source)
{
    const bool same = m_source.file == source.file && m_source.text == source.text;
    m_source = source;
    m_at = 0;
    if (!same)
        m_view->setPlainText(source.text);
    m_file->setText(source.file == QLatin1StringView("repl.rego") ? tr("Defined here") : source.file);
    step(0);
}

void TrySource::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // There is a middle to put the line into only once there is a height.
    QTimer::singleShot(0, m_view, &QPlainTextEdit::centerCursor);
}

void TrySource::step(int by)
{
    const qsizetype count = m_source.rows.size();
    if (count == 0)
        return;
    m_at = std::clamp<qsizetype>(m_at + by, 0, count - 1);
    m_view->setMarkedLine(m_source.rows[m_at]);
    QStringList words{m_source.name};
    if (count > 1)
        words.append(tr("%1 of %2 places in this file").arg(m_at + 1).arg(count));
    if (m_source.elsewhere > 0)
        words.append(tr("%n more in other files", nullptr, m_source.elsewhere));
    words.removeAll(QString());
    m_words->setText(words.join(QStringLiteral(" · ")));
    m_previous->setEnabled(m_at > 0);
    m_next->setEnabled(m_at + 1 < count);
    m_previous->setVisible(count > 1);
    m_next->setVisible(count > 1);
}

void TrySource::focusView()
{
    m_view->setFocus();
}

} // namespace pd::ui
