// SPDX-License-Identifier: GPL-3.0-or-later
#include "tryinput.h"

#include "tryparts.h"
#include "widgets/actionmenu.h"
#include "widgets/codeview.h"
#include "widgets/controls.h"
#include "widgets/elidedlabel.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace pd::ui {

namespace {

constexpr auto TypingPause = std::chrono::milliseconds(250);
/// A larger one is looked at only when it is sent: parsing it at each pause would be felt.
constexpr qsizetype LargestLookedAt = 1 << 20;
constexpr qsizetype MostEarlier = 12;

} // namespace

TryInput::TryInput(QWidget *parent)
    : QWidget(parent)
    , m_edit(new CodeEdit(Syntax::Json, tr("Input"), this))
    , m_problem(makeLabel({}, Type::Small, Role::Err, this))
    , m_typing(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const TryHead head = makeTryHead(tr("Input"), this);
    m_words = head.words;
    auto *open = makeIconButton(QStringLiteral("document-open-folder"), tr("Open an input from a file"), head.bar);
    open->setObjectName(QStringLiteral("openInputButton"));
    m_clock = makeIconButton(QStringLiteral("clock"), tr("Earlier inputs"), head.bar);
    m_clock->setObjectName(QStringLiteral("earlierInputsButton"));
    m_clock->setEnabled(false);
    head.row->addWidget(open);
    head.row->addWidget(m_clock);
    column->addWidget(head.bar);
    m_edit->setObjectName(QStringLiteral("inputEdit"));
    m_edit->setPlaceholderText(QStringLiteral("{ }"));
    m_edit->setAccessibleDescription(tr("A JSON document, input in the query; Ctrl+Enter runs the query"));
    column->addWidget(m_edit, 1);
    m_problem->setObjectName(QStringLiteral("inputProblemLabel"));
    m_problem->setWordWrap(true);
    m_problem->setMinimumWidth(1);
    m_problem->setContentsMargins(px(16), px(6), px(16), px(8));
    m_problem->hide();
    column->addWidget(m_problem);
    m_typing->setSingleShot(true);
    m_typing->setInterval(TypingPause);
    connect(m_typing, &QTimer::timeout, this, &TryInput::look);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_typing->start();
        // New colours of the same text count as a change, too.
        if (!m_filling && !m_name.isEmpty() && text() != m_filled) {
            m_name.clear();
            m_filled.clear();
            m_words->setText({});
        }
    });
    connect(m_edit, &CodeEdit::accepted, this, &TryInput::accepted);
    connect(open, &QToolButton::clicked, this, &TryInput::openRequested);
    connect(m_clock, &QToolButton::clicked, this, &TryInput::showEarlier);
}

QString TryInput::text() const
{
    return m_edit->toPlainText();
}

void TryInput::setText(const QString &text, const QString &name)
{
    m_filling = true;
    m_edit->setPlainText(text);
    m_filling = false;
    m_name = name;
    m_filled = name.isEmpty() ? QString() : m_edit->toPlainText();
    m_words->setText(name);
    look();
}

void TryInput::look()
{
    m_typing->stop();
    if (m_edit->document()->characterCount() <= LargestLookedAt)
        showProblem(models::jsonProblem(text()));
    else
        showProblem({});
}

void TryInput::showProblem(const std::optional<models::JsonProblem> &problem)
{
    m_edit->setProblem(problem ? problem->row : 0, problem ? problem->column : 0);
    const QString words = problem ? atPlace(problem->row, problem->column, problem->message) : QString();
    m_problem->setText(words);
    m_problem->setAccessibleName(words);
    m_problem->setVisible(problem.has_value());
}

bool TryInput::check()
{
    const auto problem = m_edit->document()->characterCount() <= LargestLookedAt ? models::jsonProblem(text()) : std::nullopt;
    showProblem(problem);
    if (problem) {
        m_edit->goTo(problem->row, problem->column);
        m_edit->setMarkedLine(0);
        m_edit->setFocus();
    }
    return !problem;
}

void TryInput::remember()
{
    const QString now = text();
    if (now.trimmed().isEmpty() || now.size() > LargestLookedAt)
        return;
    m_earlier.removeIf([&now](const Earlier &old) { return old.text == now; });
    m_earlier.prepend({m_name, now});
    m_earlier = m_earlier.first(std::min(MostEarlier, m_earlier.size()));
    m_clock->setEnabled(true);
}

void TryInput::showEarlier()
{
    QList<models::ActionValue> actions;
    for (qsizetype i = 0; i < m_earlier.size(); ++i) {
        const QString words = m_earlier[i].text.simplified();
        const QString label = m_earlier[i].name.isEmpty() ? words : QString(m_earlier[i].name + QStringLiteral("  ") + words);
        actions.append({.id = QString::number(i), .label = label.size() > 60 ? QString(label.first(59) + QChar(u'…')) : label});
    }
    popupActions(actions, m_clock, [this](const QString &id) {
        const Earlier chosen = m_earlier.value(id.toLongLong());
        setText(chosen.text, chosen.name);
    });
}

void TryInput::focusEdit()
{
    m_edit->setFocus();
}

} // namespace pd::ui
