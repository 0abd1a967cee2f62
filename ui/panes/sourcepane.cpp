// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcepane.h"

#include "diagnosticsview.h"
#include "form.h"
#include "widgets/codeview.h"
#include "widgets/controls.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptystate.h"
#include "widgets/errorcard.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace pd::ui {

namespace {

Syntax syntaxOf(const QString &path)
{
    if (path.endsWith(QLatin1StringView(".rego"), Qt::CaseInsensitive))
        return Syntax::Rego;
    if (path.endsWith(QLatin1StringView(".json"), Qt::CaseInsensitive) || path.endsWith(QLatin1StringView(".manifest")))
        return Syntax::Json;
    return Syntax::None;
}

} // namespace

SourcePane::SourcePane(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_code(new CodeView(Syntax::Rego, tr("Source"), m_stack))
    , m_empty(new EmptyState(m_stack))
    , m_errorPage(new QWidget(m_stack))
    , m_error(new ErrorCard(m_errorPage))
{
    setObjectName(QStringLiteral("sourcePage"));
    setAccessibleName(tr("Source"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeLine(Qt::Horizontal, this));
    m_code->setObjectName(QStringLiteral("sourceView"));
    auto *room = new QVBoxLayout(m_errorPage);
    room->setContentsMargins(px(16), px(16), px(16), px(16));
    room->addWidget(m_error);
    room->addStretch(1);
    m_empty->setNotice({.icon = QStringLiteral("pd-doc"),
        .title = tr("No file is open"),
        .text = tr("Choose a place: a problem of a build opens its file here, at its line.")});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_code);
    m_stack->addWidget(m_errorPage);
    column->addWidget(m_stack, 1);
    connect(m_error, &ErrorCard::triggered, this, &SourcePane::triggered);
}

QWidget *SourcePane::makeHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(px(44));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(margins(px(16), 0, px(8), 0));
    row->setSpacing(px(8));
    m_name = new ElidedLabel({}, Type::MonoSmallBold, Role::Text, head);
    m_name->setElide(Qt::ElideMiddle);
    row->addWidget(m_name);
    m_note = new ElidedLabel({}, Type::Small, Role::Text2, head);
    m_note->setObjectName(QStringLiteral("messageLabel"));
    row->addWidget(m_note, 1);
    QToolButton *copy = makeIconButton(QStringLiteral("edit-copy"), tr("Copy the place"), head);
    copy->setObjectName(QStringLiteral("copyPlaceButton"));
    row->addWidget(copy);
    auto *editor = makeButton({.id = QStringLiteral("openInEditor"), .label = tr("Open in editor")}, head);
    setKind(editor, ButtonKind::Flat);
    editor->setIcon(icon(QStringLiteral("document-edit"), Role::Text));
    row->addWidget(editor);
    connect(copy, &QToolButton::clicked, this, [this] { Q_EMIT copyRequested(placeText(m_place), placeText(m_place)); });
    connect(editor, &QPushButton::clicked, this, [this] {
        if (!m_path.isEmpty())
            Q_EMIT openInEditorRequested(m_path);
    });
    return head;
}

void SourcePane::setPlace(const QString &path, const QString &shown, const Diagnostic &place)
{
    const bool other = path != m_path;
    m_path = path;
    m_shown = shown;
    m_place = place;
    m_name->setText(shown);
    m_note->setText(place.row > 0 ? tr("Line %1: %2").arg(place.row).arg(place.message) : place.message);
    if (other) {
        m_loaded = false;
        m_code->clear();
        m_code->setMarkedLine(0);
        m_code->setSyntax(syntaxOf(path));
        m_stack->setCurrentWidget(m_code);
    } else if (m_loaded) {
        mark();
    }
}

void SourcePane::setText(const QString &path, const QByteArray &text)
{
    if (path != m_path)
        return;
    m_loaded = true;
    const QString words = QString::fromUtf8(text);
    // Reading again what did not change keeps the place and what was selected.
    if (m_code->toPlainText() != words)
        m_code->setPlainText(words);
    m_stack->setCurrentWidget(m_code);
    mark();
}

void SourcePane::setError(const QString &path, const Error &error)
{
    if (path != m_path)
        return;
    m_loaded = false;
    m_error->setNotice(noticeFor(error));
    m_stack->setCurrentWidget(m_errorPage);
}

void SourcePane::mark()
{
    if (m_place.row > 0)
        m_code->goTo(m_place.row, m_place.column);
    else
        m_code->setMarkedLine(0);
}

} // namespace pd::ui
