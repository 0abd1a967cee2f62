// SPDX-License-Identifier: GPL-3.0-or-later
#include "trypane.h"

#include "form.h"
#include "tryinput.h"
#include "tryparts.h"
#include "tryqueryedit.h"
#include "tryresult.h"
#include "trysource.h"
#include "widgets/controls.h"
#include "widgets/errorcard.h"
#include "widgets/iconview.h"
#include "widgets/strips.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyleOptionFrame>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace pd::ui {

namespace {

/// A query that answers at once does not flash a button.
constexpr auto CancelShows = std::chrono::milliseconds(200);
constexpr qsizetype MostDefinitions = 8;

/// The frame of a field around the query, which is an edit of several lines.
class QueryField final : public QWidget {
public:
    explicit QueryField(QWidget *parent)
        : QWidget(parent)
        , m_edit(new TryQueryEdit(this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(px(12), px(7), px(8), px(4));
        row->setSpacing(px(8));
        auto *lead = new IconView(QStringLiteral("dialog-scripts"), Role::Text2, 16, this);
        row->addWidget(lead, 0, Qt::AlignTop);
        row->addWidget(m_edit, 1);
        setLayoutDirection(Qt::LeftToRight);
        setFocusProxy(m_edit);
        QObject::connect(m_edit, &TryQueryEdit::focusChanged, this, [this] { update(); });
    }

    [[nodiscard]] TryQueryEdit *edit() const { return m_edit; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QStyleOptionFrame option;
        option.initFrom(this);
        option.lineWidth = 1;
        option.state.setFlag(QStyle::State_HasFocus, m_edit->hasFocus());
        style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    }

private:
    TryQueryEdit *m_edit;
};

} // namespace

TryPane::TryPane(QWidget *parent)
    : QWidget(parent)
    , m_strip(new NoticeStrip(this))
    , m_clock(new QTimer(this))
{
    setObjectName(QStringLiteral("tryPage"));
    setAccessibleName(tr("Try"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_strip->hide();
    column->addWidget(m_strip);
    makeQueryRow();
    column->addWidget(makeLine(Qt::Horizontal, this));
    makeBody();
    column->addWidget(m_stack, 1);
    wire();
    fitQuery();
}

void TryPane::makeQueryRow()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    m_queryBar = new QWidget(this);
    auto *bar = new QHBoxLayout(m_queryBar);
    bar->setContentsMargins(margins(px(16), px(8), px(8), px(8)));
    bar->setSpacing(px(8));
    auto *field = new QueryField(m_queryBar);
    m_field = field;
    m_query = field->edit();
    m_run = makeButton(models::ActionValue{.id = QStringLiteral("run"),
                           .label = tr("Run"),
                           .icon = QStringLiteral("pd-play"),
                           .toolTip = tr("Run the query (Enter)"),
                           .rank = models::ActionRank::Primary},
        m_queryBar);
    m_cancel
        = makeButton({.id = QStringLiteral("cancelQuery"), .label = tr("Cancel"), .toolTip = tr("End the query (Escape)")}, m_queryBar);
    m_cancel->hide();
    bar->addWidget(field, 1);
    bar->addWidget(m_run, 0, Qt::AlignTop);
    bar->addWidget(m_cancel, 0, Qt::AlignTop);
    m_reload = makeIconButton(QStringLiteral("view-refresh"), tr("Load again"), m_queryBar);
    m_reload->setObjectName(QStringLiteral("reloadButton"));
    m_reload->setToolTip(tr("Load the policy again as it is now (F5)"));
    bar->addWidget(m_reload, 0, Qt::AlignTop);
    column->addWidget(m_queryBar);

    m_problem = makeLabel({}, Type::Body, Role::Err, this);
    m_problem->setObjectName(QStringLiteral("queryProblemLabel"));
    m_problem->setWordWrap(true);
    m_problem->setMinimumWidth(1);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->setContentsMargins(px(16), 0, px(16), px(8));
    m_problem->hide();
    column->addWidget(m_problem);

    m_definitions = new QWidget(this);
    m_definitionRow = new QHBoxLayout(m_definitions);
    m_definitionRow->setContentsMargins(px(16), 0, px(16), px(8));
    m_definitionRow->setSpacing(px(4));
    m_definitions->hide();
    column->addWidget(m_definitions);
}

void TryPane::makeBody()
{
    m_stack = new QStackedWidget(this);
    m_down = new QSplitter(Qt::Vertical, m_stack);
    m_down->setChildrenCollapsible(false);
    auto *across = new QSplitter(Qt::Horizontal, m_down);
    across->setChildrenCollapsible(false);
    m_input = new TryInput(across);
    m_result = new TryResult(across);
    across->addWidget(m_input);
    across->addWidget(m_result);
    across->setSizes({px(400), px(470)});
    across->setStretchFactor(0, 6);
    across->setStretchFactor(1, 7);
    m_source = new TrySource(m_down);
    m_down->addWidget(across);
    m_down->addWidget(m_source);
    m_down->setSizes({px(400), px(253)});
    m_down->setStretchFactor(0, 1);
    m_source->hide();
    m_stack->addWidget(m_down);
    m_failedPage = new QWidget(m_stack);
    m_failed = new ErrorCard(m_failedPage);
    auto *room = new QVBoxLayout(m_failedPage);
    room->setContentsMargins(px(16), px(16), px(16), px(16));
    room->addWidget(m_failed);
    room->addStretch(1);
    m_stack->addWidget(m_failedPage);
}

void TryPane::wire()
{
    m_clock->setSingleShot(true);
    connect(m_clock, &QTimer::timeout, this, [this] {
        m_run->hide();
        m_cancel->show();
        m_result->setRunning(m_seconds);
        ++m_seconds;
        m_clock->start(1000);
    });
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    escape->setEnabled(false);
    connect(escape, &QShortcut::activated, this, &TryPane::cancelRequested);
    escape->setObjectName(QStringLiteral("cancelKey"));
    connect(m_query, &TryQueryEdit::accepted, this, &TryPane::run);
    connect(m_query, &TryQueryEdit::heightChanged, this, &TryPane::fitQuery);
    connect(m_query, &TryQueryEdit::edited, this, [this] { showProblem({}); });
    connect(m_query, &TryQueryEdit::completionWanted, this,
        [this](const QString &text, int position) { Q_EMIT completionWanted(text, position, m_input->text().toUtf8()); });
    connect(m_query, &TryQueryEdit::definitionWanted, this,
        [this](const QString &text, int position) { Q_EMIT definitionWanted(text, position, {}); });
    connect(m_run, &QPushButton::clicked, this, &TryPane::run);
    connect(m_reload, &QToolButton::clicked, this, [this] { Q_EMIT triggered(QStringLiteral("reload")); });
    connect(m_cancel, &QPushButton::clicked, this, &TryPane::cancelRequested);
    connect(m_input, &TryInput::accepted, this, &TryPane::run);
    connect(m_input, &TryInput::openRequested, this, &TryPane::openInputRequested);
    connect(m_result, &TryResult::saveRequested, this, &TryPane::saveRequested);
    connect(m_result, &TryResult::triggered, this, [this](const QString &id) {
        if (id == QLatin1StringView("showPlace"))
            Q_EMIT placeWanted(m_lastError.diagnostics.value(0).file, m_lastError.diagnostics.value(0).row);
        else if (id == QLatin1StringView("retry"))
            run();
        else
            Q_EMIT triggered(id);
    });
    connect(m_source, &TrySource::definitionWanted, this, &TryPane::definitionWanted);
    connect(m_source, &TrySource::closeRequested, this, [this] {
        m_source->hide();
        m_query->setFocus();
    });
    connect(m_strip, &NoticeStrip::triggered, this, &TryPane::triggered);
    connect(m_failed, &ErrorCard::triggered, this, &TryPane::triggered);
}

void TryPane::begin(const QString &name, const TryDraft &draft)
{
    setRunning(false);
    m_facts = {.name = name, .opaVersion = {}, .isolationProblem = {}, .restricted = {}};
    m_ready = false;
    m_ended = false;
    m_runWhenReady = false;
    m_reload->setEnabled(false);
    m_query->setPlainText(draft.query);
    m_query->moveCursor(QTextCursor::End);
    m_input->setText(draft.input, draft.inputName);
    m_source->hide();
    m_result->showIdle(tr("Starting OPA"), tr("It gets a room of its own, with nothing but this policy in it."));
    showProblem({});
    setDefinitions({});
    showNotice();
    m_stack->setCurrentWidget(m_down);
    m_queryBar->show();
}

void TryPane::setReady(const desk::TryFacts &facts)
{
    m_facts = facts;
    m_ready = true;
    m_ended = false;
    m_reload->setEnabled(true);
    m_stack->setCurrentWidget(m_down);
    m_queryBar->show();
    m_result->showIdle(tr("Nothing asked yet"), tr("Type a query and press Enter. data is all that the policy says and knows."));
    showNotice();
    if (std::exchange(m_runWhenReady, false))
        run();
}

void TryPane::setNothing()
{
    m_reload->setEnabled(false);
    m_result->showIdle(tr("Nothing to try yet"), tr("Select one version in the list on the first tab, then come back here."));
}

void TryPane::setFailed(const Error &error)
{
    setRunning(false);
    m_ready = false;
    models::ErrorNotice notice = noticeFor(error);
    if (notice.actions.isEmpty())
        notice.actions.append({.id = QStringLiteral("retry"), .label = tr("Try again")});
    m_failed->setNotice(notice);
    m_queryBar->hide();
    m_stack->setCurrentWidget(m_failedPage);
}

void TryPane::setEnded(const QString &lastWords)
{
    m_ended = true;
    m_lastWords = lastWords.section(QLatin1Char('\n'), 0, 0);
    showNotice();
}

void TryPane::setStarted()
{
    m_ended = false;
    showNotice();
}

void TryPane::showNotice()
{
    m_strip->show();
    if (m_ended) {
        m_strip->setNotice(QStringLiteral("pd-warning"), tr("OPA ended by itself."),
            m_lastWords.isEmpty() ? tr("The next query starts it again, with what was defined.") : m_lastWords,
            {.id = QStringLiteral("startAgain"), .label = tr("Start again")});
    } else if (!m_facts.isolationProblem.isEmpty()) {
        const bool missing = m_facts.isolationProblem == QLatin1StringView("bwrap");
        m_strip->setNotice(QStringLiteral("pd-warning"), tr("Not kept apart from this computer."),
            tr("Queries that reach out are refused. %1")
                .arg(missing ? tr("The program bubblewrap is not installed.") : tr("The system says: %1").arg(m_facts.isolationProblem)),
            {});
    } else if (!m_facts.restricted.isEmpty()) {
        m_strip->setNotice(QStringLiteral("pd-lock"), tr("Rules here call %1.").arg(m_facts.restricted.join(QStringLiteral(", "))),
            tr("In here that reaches no network, no file and no variable of this computer."), {});
    } else {
        m_strip->hide();
    }
}

void TryPane::run()
{
    if (m_running)
        return;
    const QString query = m_query->toPlainText();
    if (query.trimmed().isEmpty()) {
        showProblem(tr("Type a query first, such as data"));
        m_query->setFocus();
        return;
    }
    if (!m_input->check())
        return;
    if (!m_ready) {
        m_runWhenReady = true;
        return;
    }
    showProblem({});
    m_input->remember();
    Q_EMIT runRequested(query, m_input->text().trimmed().toUtf8());
}

void TryPane::setRunning(bool running)
{
    m_running = running;
    m_seconds = 0;
    findChild<QShortcut *>(QStringLiteral("cancelKey"))->setEnabled(running);
    if (running) {
        m_clock->start(CancelShows);
        return;
    }
    m_clock->stop();
    const bool focused = m_cancel->hasFocus();
    m_cancel->hide();
    m_run->show();
    m_result->setRunning(-1);
    if (focused)
        m_query->setFocus();
}

void TryPane::setReply(const desk::TryReply &reply)
{
    m_ended = false;
    showNotice();
    m_result->showReply(reply, m_facts.opaVersion);
}

void TryPane::setDefined(const QString &name)
{
    m_result->showDefined(name);
}

void TryPane::setError(const Error &error)
{
    m_lastError = error;
    const Diagnostic first = error.diagnostics.value(0);
    if (!error.diagnostics.isEmpty() && first.file.isEmpty()) {
        const int more = static_cast<int>(error.diagnostics.size()) - 1;
        const QString words = error.cause == QLatin1StringView("opa.restricted")
            ? tr("%1 reaches out of the policy, and is refused here").arg(error.subject)
            : first.message;
        m_query->setProblem(first.row, first.column);
        const QString placed = atPlace(first.row, first.column, words);
        showProblem(more > 0 ? QString(placed + QStringLiteral(" · ") + tr("%n more", nullptr, more)) : placed);
        m_result->showNotRun();
        m_query->setFocus();
        return;
    }
    if (error.cause == QLatin1StringView("opa.gone"))
        setEnded({});
    m_result->showError(error);
}

void TryPane::setCancelled()
{
    m_result->showIdle(tr("Cancelled"), tr("The query was ended before it had an answer."));
    m_query->setFocus();
}

void TryPane::setNoDefinition(const QString &word)
{
    showProblem(word.isEmpty() ? tr("There is no name here to look up")
                               : tr("%1 is no rule of this policy; it may be built in, or data").arg(word));
}

void TryPane::showProblem(const QString &words)
{
    m_problem->setText(words);
    m_problem->setAccessibleName(words);
    m_problem->setVisible(!words.isEmpty());
}

void TryPane::setCompletions(const QList<desk::TryCompletion> &completions)
{
    m_query->setCompletions(completions);
}

void TryPane::setHistory(const QStringList &queries)
{
    m_query->setHistory(queries);
}

void TryPane::setDefinitions(const QList<desk::TryDefinition> &definitions)
{
    clearLayout(m_definitionRow);
    m_definitions->setVisible(!definitions.isEmpty());
    if (definitions.isEmpty())
        return;
    m_definitionRow->addWidget(makeLabel(tr("Defined here"), Type::Small, Role::Text2, m_definitions));
    m_definitionRow->addSpacing(px(8));
    const qsizetype from = std::max<qsizetype>(0, definitions.size() - MostDefinitions);
    for (const desk::TryDefinition &definition : definitions.sliced(from))
        addDefinition(definition);
    if (from > 0)
        m_definitionRow->addWidget(makeLabel(tr("%n earlier", nullptr, static_cast<int>(from)), Type::Small, Role::Text2, m_definitions));
    m_definitionRow->addStretch(1);
}

void TryPane::addDefinition(const desk::TryDefinition &definition)
{
    const QString label = definition.name.isEmpty() ? definition.text.simplified() : definition.name;
    QPushButton *show = makeButton(label, ButtonKind::Link, m_definitions);
    setKind(show, ButtonKind::Link, true);
    show->setToolTip(definition.text);
    show->setObjectName(QStringLiteral("definitionButton"));
    connect(show, &QPushButton::clicked, this, [this, name = definition.name, text = definition.text] {
        name.isEmpty() ? m_query->setPlainText(text) : definitionWanted(name, static_cast<int>(name.size()), {});
    });
    QToolButton *forget = makeIconButton(QStringLiteral("window-close"), tr("Forget %1").arg(label), m_definitions, true);
    forget->setObjectName(QStringLiteral("forgetButton"));
    connect(forget, &QToolButton::clicked, this,
        [this, what = definition.name.isEmpty() ? definition.text : definition.name] { Q_EMIT forgetRequested(what); });
    m_definitionRow->addWidget(show);
    m_definitionRow->addWidget(forget);
    m_definitionRow->addSpacing(px(8));
}

void TryPane::setSource(const desk::TrySource &source)
{
    showProblem({});
    m_source->setSource(source);
    const bool first = m_source->isHidden();
    m_source->show();
    if (first)
        m_source->focusView();
}

void TryPane::setInput(const QString &text, const QString &name)
{
    m_input->setText(text, name);
    m_input->focusEdit();
}

TryDraft TryPane::draft() const
{
    return {m_query->toPlainText(), m_input->text(), m_input->name()};
}

void TryPane::focusQuery()
{
    m_query->setFocus();
}

void TryPane::fitQuery()
{
    const int height = std::max(px(32), m_query->wantedHeight() + px(12));
    if (m_field->height() == height && m_field->minimumHeight() == height)
        return;
    m_field->setFixedHeight(height);
}

} // namespace pd::ui
