// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "desk/trysession.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace pd::ui {

class ErrorCard;
class NoticeStrip;
class TryInput;
class TryQueryEdit;
class TryResult;
class TrySource;

/// What was being typed, so that it is there again when one comes back.
struct TryDraft {
    QString query;
    QString input;
    QString inputName;
};

/// *Try*: a query above, input and result under it, the source of a rule at the bottom when it was asked for. Values in, wishes out: it knows
/// neither OPA nor where the image comes from.
class TryPane final : public QWidget {
    Q_OBJECT
public:
    explicit TryPane(QWidget *parent = nullptr);

    /// Another image: what was shown goes, `draft` stands in the fields, and OPA is said to be starting.
    void begin(const QString &name, const TryDraft &draft);
    void setReady(const desk::TryFacts &facts);
    /// There is nothing to try: no tag was chosen.
    void setNothing();
    /// OPA did not start on it.
    void setFailed(const Error &error);
    /// OPA ended by itself; `lastWords` may be empty.
    void setEnded(const QString &lastWords);
    /// It runs again.
    void setStarted();

    void setRunning(bool running);
    void setReply(const desk::TryReply &reply);
    void setDefined(const QString &name);
    /// Of a query or a definition.
    void setError(const Error &error);
    /// The query was ended by whoever asked it.
    void setCancelled();
    /// `word` was looked up and is no rule; it may be empty.
    void setNoDefinition(const QString &word);
    void setCompletions(const QList<desk::TryCompletion> &completions);
    void setHistory(const QStringList &queries);
    void setDefinitions(const QList<desk::TryDefinition> &definitions);
    void setSource(const desk::TrySource &source);
    void setInput(const QString &text, const QString &name);

    [[nodiscard]] TryDraft draft() const;
    [[nodiscard]] bool isRunning() const { return m_running; }
    void focusQuery();

Q_SIGNALS:
    /// `input` is a JSON document, or empty.
    void runRequested(const QString &query, const QByteArray &input);
    void cancelRequested();
    void completionWanted(const QString &text, int position, const QByteArray &input);
    /// `file`: in which the text stands; empty for the query.
    void definitionWanted(const QString &text, int position, const QString &file);
    void placeWanted(const QString &file, int row);
    void forgetRequested(const QString &name);
    void openInputRequested();
    void saveRequested(const QString &text);
    /// `retry`, `getOpa`, `startAgain`, `reload`.
    void triggered(const QString &id);

private:
    void makeQueryRow();
    void makeBody();
    void wire();
    void run();
    void fitQuery();
    void showProblem(const QString &words);
    void showNotice();
    void addDefinition(const desk::TryDefinition &definition);

    desk::TryFacts m_facts;
    Error m_lastError;
    QString m_lastWords;
    bool m_ended = false;
    bool m_ready = false;
    bool m_running = false;
    bool m_runWhenReady = false;
    int m_seconds = 0;

    NoticeStrip *m_strip;
    QWidget *m_field = nullptr;
    QWidget *m_queryBar = nullptr;
    TryQueryEdit *m_query = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_cancel = nullptr;
    QToolButton *m_reload = nullptr;
    QLabel *m_problem = nullptr;
    QWidget *m_definitions = nullptr;
    QHBoxLayout *m_definitionRow = nullptr;
    QStackedWidget *m_stack = nullptr;
    QSplitter *m_down = nullptr;
    TryInput *m_input = nullptr;
    TryResult *m_result = nullptr;
    TrySource *m_source = nullptr;
    QWidget *m_failedPage = nullptr;
    ErrorCard *m_failed = nullptr;
    QTimer *m_clock;
};

} // namespace pd::ui
