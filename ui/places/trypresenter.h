// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "panes/trypane.h"

#include <QHash>

#include <stop_token>

namespace pd::ui {

class TryTalk;

/// The tab *Try* of whatever can be tried: a package's tag, a local image, a folder. One OPA at a time; it stays as long as the same thing is
/// tried. What was being typed for each comes back with it.
class TryPresenter final : public QObject {
    Q_OBJECT
public:
    /// `tryable` says what is selected now: `host/repository:tag`, the path of a folder, or nothing.
    TryPresenter(Context &context, std::function<QString()> tryable);
    ~TryPresenter() override;

    /// `try` shows the page on what is selected; `refresh`, while it is shown, loads the policy again. False: it is another's.
    bool act(const QString &id);
    /// Its tab was chosen.
    void show();
    /// Another place is shown: what was tried in the one before ends.
    void placeChanged();

private:
    void start(const QString &subject);
    void load();
    /// The same again, with what was defined.
    void reload();
    void keepDraft();
    void openInput();
    void saveResult(const QString &text);

    static Task<void> begin(QPointer<TryPresenter> self, QString subject, QList<desk::TryDefinition> definitions, std::stop_token stop);
    static Task<void> beginAfter(
        QPointer<TryPresenter> self, std::shared_ptr<desk::TrySession> before, QString subject, std::stop_token stop);
    static Task<void> readInput(QPointer<TryPresenter> self, QString path);
    static Task<void> writeResult(QPointer<TryPresenter> self, QString path, QByteArray json);

    Context &m_context;
    std::function<QString()> m_tryable;
    TryPane *m_pane;
    TryTalk *m_talk;
    QString m_subject;
    QHash<QString, TryDraft> m_drafts; ///< By subject, without the tag.
    std::stop_source m_starting;
};

} // namespace pd::ui
