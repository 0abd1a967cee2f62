// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/requests.h"
#include "desk/operations/operation.h"

#include <QPointer>
#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pd::ui {

class BuildOptionsForm;
class CommandBox;
class DiagnosticsView;
class ErrorCard;
class Form;
class SentenceLabel;
class TokenField;

/// The one form on a folder: destination, tags, what will happen in one sentence, and Publish. Values in, a request out.
class PublishPane final : public QScrollArea {
    Q_OBJECT
public:
    explicit PublishPane(QWidget *parent = nullptr);

    /// Another folder; what was typed for the last one goes. `destinations` are offered, the likeliest first; `destination` is filled in.
    void setFolder(const desk::FolderRow &folder, const QString &destination, const QStringList &destinations);
    /// Destinations that are offered from now on; what is typed stays, an empty field takes the first.
    void offer(const QStringList &destinations);
    /// How the destination is read: explained under the field while typing.
    void setReading(const desk::ReferenceReading &reading);
    void setPlan(const desk::PublishPlan &plan);
    void setPlanProblem(const Error &error);
    /// An act began, went on or ended: the form follows it.
    void follow(desk::Operation *operation);
    /// What an error was about, once more: the act that failed, else the plan.
    void again();
    [[nodiscard]] desk::PublishRequest request() const;

Q_SIGNALS:
    void destinationEdited(const QString &typed);
    /// Something that a plan depends on changed.
    void planWanted(const pd::desk::PublishRequest &request);
    void publishRequested(const pd::desk::PublishRequest &request);
    void buildRequested(const pd::desk::PublishRequest &request);
    void triggered(const QString &id);
    /// A place of a diagnostic, to be shown here, or in the user's editor.
    void placeRequested(const pd::Diagnostic &place);
    void editorRequested(const pd::Diagnostic &place);

private:
    void build();
    QWidget *makeOptions(QWidget *parent);
    QWidget *makeButtons(QWidget *parent);
    void wire();
    void suggest(const desk::PublishPlan &plan);
    void showSentence();
    void showEnd();
    void showError(const Error &error);
    void beginNext();

    desk::FolderRow m_folder;
    desk::PublishPlan m_plan;
    bool m_planned = false;
    bool m_planFailed = false; ///< The error on show is that of a plan.
    bool m_readable = true; ///< The destination can be read as one.
    bool m_touched = false; ///< The tags are the user's, not ours to suggest.
    QString m_suggested; ///< The version that stands among the tags by our own doing.
    QStringList m_kept; ///< Tags of the last publication that go along with the next version.
    QPointer<desk::Operation> m_operation;
    Form *m_form = nullptr;
    QComboBox *m_destination = nullptr;
    QLabel *m_about = nullptr;
    TokenField *m_tags = nullptr;
    QHBoxLayout *m_next = nullptr;
    QCheckBox *m_git = nullptr;
    QCheckBox *m_tests = nullptr;
    SentenceLabel *m_sentence = nullptr;
    QLabel *m_promise = nullptr;
    QPushButton *m_publish = nullptr;
    QPushButton *m_buildOnly = nullptr;
    BuildOptionsForm *m_more = nullptr;
    ErrorCard *m_error = nullptr;
    DiagnosticsView *m_problems = nullptr;
    QLabel *m_receipt = nullptr;
    CommandBox *m_command = nullptr;
};

} // namespace pd::ui
