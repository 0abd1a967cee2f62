// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/requests.h"
#include "desk/operations/operation.h"

#include <QPointer>
#include <QScrollArea>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pd::ui {

class CommandBox;
class ErrorCard;
class SentenceLabel;
class TokenField;

/// The one form on a folder: destination, tags, what will happen in one sentence, and Publish. Values in, a request out.
class PublishPane final : public QScrollArea {
    Q_OBJECT
public:
    explicit PublishPane(QWidget *parent = nullptr);

    /// Another folder; what was typed for the last one goes.
    void setFolder(const desk::FolderRow &folder, const QString &destination);
    void setPlan(const desk::PublishPlan &plan);
    void setPlanProblem(const Error &error);
    /// An act began, went on or ended: the form follows it.
    void follow(desk::Operation *operation);
    [[nodiscard]] desk::PublishRequest request() const;

Q_SIGNALS:
    /// Something that a plan depends on changed.
    void planWanted(const pd::desk::PublishRequest &request);
    void publishRequested(const pd::desk::PublishRequest &request);
    void buildRequested(const pd::desk::PublishRequest &request);
    void triggered(const QString &id);

private:
    void build();
    void suggest(const desk::PublishPlan &plan);
    void showSentence();
    void showEnd();

    desk::FolderRow m_folder;
    desk::PublishPlan m_plan;
    bool m_planned = false;
    bool m_touched = false; ///< The tags are the user's, not ours to suggest.
    QPointer<desk::Operation> m_operation;
    QLabel *m_title = nullptr;
    QLineEdit *m_destination = nullptr;
    QLabel *m_about = nullptr;
    TokenField *m_tags = nullptr;
    QHBoxLayout *m_next = nullptr;
    QCheckBox *m_git = nullptr;
    QCheckBox *m_tests = nullptr;
    SentenceLabel *m_sentence = nullptr;
    QPushButton *m_publish = nullptr;
    QPushButton *m_buildOnly = nullptr;
    ErrorCard *m_error = nullptr;
    QLabel *m_receipt = nullptr;
    CommandBox *m_command = nullptr;
};

} // namespace pd::ui
