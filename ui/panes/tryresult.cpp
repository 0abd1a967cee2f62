// SPDX-License-Identifier: GPL-3.0-or-later
#include "tryresult.h"

#include "form.h"
#include "models/jsontreemodel.h"
#include "tryparts.h"
#include "widgets/codeview.h"
#include "widgets/controls.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptystate.h"
#include "widgets/errorcard.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace pd::ui {

namespace {

/// Setting half a megabyte of text takes about 25 ms; what is longer is cut in the view, never where it is copied or saved.
constexpr qsizetype LongestShown = 400'000;
/// A tree opens by itself as far as one looks at once.
constexpr int RowsOpened = 24;

QString milliseconds(double taken)
{
    const QLocale locale;
    if (taken >= 1000)
        return TryResult::tr("%1 s").arg(locale.toString(taken / 1000, 'f', 1));
    return TryResult::tr("%1 ms").arg(locale.toString(taken, 'f', taken < 10 ? 1 : 0));
}

/// What went wrong in a rule, or in asking; never what is wrong with the query.
models::ErrorNotice noticeOf(const Error &error)
{
    models::ErrorNotice notice = noticeFor(error);
    if (error.kind == ErrorKind::Policy && !error.diagnostics.isEmpty() && error.cause != QLatin1StringView("opa.restricted")) {
        notice.title = QCoreApplication::translate("pd::ui::TryResult", "A rule of this image failed");
        notice.text = error.diagnostics.first().message;
    }
    const bool placed = !error.diagnostics.isEmpty() && !error.diagnostics.first().file.isEmpty();
    if (placed)
        notice.actions = {{.id = QStringLiteral("showPlace"), .label = QCoreApplication::translate("pd::ui::TryResult", "Show the place")}};
    return notice;
}

} // namespace

TryResult::TryResult(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_tree(new RowView(RowView::Layout::Tree, tr("Result"), this))
    , m_model(new models::JsonTreeModel(this))
    , m_view(new CodeView(Syntax::Json, tr("Result as text"), this))
    , m_errorPage(new QWidget(this))
    , m_error(new ErrorCard(m_errorPage))
{
    makeHead();
    m_tree->setObjectName(QStringLiteral("resultView"));
    m_tree->setHeaderHidden(false);
    m_tree->setRootIsDecorated(true);
    setGround(m_tree, Role::Base);
    m_tree->setModel(m_model);
    m_tree->setColumnWidths({176});
    m_view->setObjectName(QStringLiteral("resultText"));
    auto *room = new QVBoxLayout(m_errorPage);
    room->setContentsMargins(px(16), px(8), px(16), px(16));
    room->addWidget(m_error);
    room->addStretch(1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_errorPage);
    layout()->addWidget(m_stack);
    connect(m_error, &ErrorCard::triggered, this, &TryResult::triggered);
    showIdle(tr("Nothing asked yet"), tr("Type a query and press Enter."));
}

void TryResult::makeHead()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const TryHead head = makeTryHead(tr("Result"), this);
    m_words = head.words;
    m_words->setObjectName(QStringLiteral("resultLabel"));
    m_mode = makeIconButton(QStringLiteral("pd-braces"), tr("Show as text"), head.bar);
    m_mode->setCheckable(true);
    m_mode->setObjectName(QStringLiteral("resultModeButton"));
    m_copy = makeIconButton(QStringLiteral("edit-copy"), tr("Copy the result"), head.bar);
    m_copy->setObjectName(QStringLiteral("copyResultButton"));
    m_save = makeIconButton(QStringLiteral("document-save"), tr("Save the result"), head.bar);
    m_save->setObjectName(QStringLiteral("saveResultButton"));
    for (QToolButton *button : {m_mode, m_copy, m_save})
        head.row->addWidget(button);
    column->addWidget(head.bar);
    connect(m_mode, &QToolButton::toggled, this, &TryResult::showMode);
    connect(m_copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(m_text); });
    connect(m_save, &QToolButton::clicked, this, [this] { Q_EMIT saveRequested(m_text); });
}

void TryResult::setAnswer(const QString &words)
{
    m_answer = words;
    m_words->setText(words);
    m_words->setAccessibleName(words);
    const bool some = !m_text.isEmpty();
    for (QToolButton *button : {m_mode, m_copy, m_save})
        button->setEnabled(some);
}

void TryResult::showNotice(const QString &icon, const QString &title, const QString &text)
{
    m_text.clear();
    m_model->clear();
    m_empty->setNotice({.icon = icon, .title = title, .text = text, .actions = {}});
    m_stack->setCurrentWidget(m_empty);
}

void TryResult::showIdle(const QString &title, const QString &text)
{
    showNotice(QStringLiteral("dialog-scripts"), title, text);
    setAnswer({});
}

void TryResult::showReply(const desk::TryReply &reply, const QString &opaVersion)
{
    const QString took = tr("%1 in OPA %2").arg(milliseconds(reply.milliseconds), opaVersion);
    if (reply.undefined) {
        showNotice(QStringLiteral("pd-circle"), tr("Undefined"),
            tr("The query has no value: no rule of this name holds for this input, or there is none of this name."));
        setAnswer(tr("undefined, %1").arg(took));
        return;
    }
    m_text = reply.text;
    m_textShown = false;
    m_model->setValue(reply.value);
    const int rows = m_model->rowCount();
    if (rows <= RowsOpened)
        m_tree->expandToDepth(0);
    if (rows > 0)
        m_tree->setCurrentIndex(m_model->index(0, 0));
    setAnswer(reply.bindings ? tr("%n answers, %1", nullptr, static_cast<int>(reply.value.toArray().size())).arg(took) : took);
    showMode();
}

void TryResult::showNotRun()
{
    showNotice(QStringLiteral("pd-warning"), tr("Not run"), tr("OPA does not understand the query. The mark in it shows where."));
    setAnswer({});
}

void TryResult::showDefined(const QString &name)
{
    showNotice(QStringLiteral("checkmark"), name.isEmpty() ? tr("Imported") : tr("%1 is defined").arg(name),
        tr("It holds for the queries that follow, until it is forgotten or the window closes. The image stays as it is."));
    setAnswer({});
}

void TryResult::showError(const Error &error)
{
    m_text.clear();
    m_model->clear();
    m_error->setNotice(noticeOf(error));
    m_stack->setCurrentWidget(m_errorPage);
    setAnswer({});
}

void TryResult::setRunning(int seconds)
{
    QString words = m_answer;
    if (seconds == 0)
        words = tr("Running");
    else if (seconds > 0)
        words = tr("Running for %n s", nullptr, seconds);
    m_words->setText(words);
    m_words->setAccessibleName(words);
}

void TryResult::showMode()
{
    const bool asText = m_mode->isChecked();
    m_mode->setAccessibleDescription(asText ? tr("On") : tr("Off"));
    if (m_text.isEmpty())
        return;
    if (asText && !m_textShown) {
        const bool cut = m_text.size() > LongestShown;
        m_view->setPlainText(cut ? QString(m_text.first(LongestShown) + QChar(u'…')) : m_text);
        m_textShown = true;
    }
    m_stack->setCurrentWidget(asText ? static_cast<QWidget *>(m_view) : m_tree);
}

} // namespace pd::ui
