// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices.h"

#include <QScrollArea>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace pd::ui {

/// The first page: what is already here, any public image, a folder, a practice registry, an account. Needs none of them.
class StartPage final : public QScrollArea {
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);

    void setContent(const models::StartContent &content);
    /// What becomes of a typed reference: explained under the field while typing.
    void setReferenceHint(const QString &hint, bool isProblem);
    [[nodiscard]] QLineEdit *referenceEdit() const { return m_edit; }

Q_SIGNALS:
    /// The action id of a found item or of *Use all*.
    void triggered(const QString &id);
    void referenceEdited(const QString &text);
    void referenceEntered(const QString &text);
    void openFolderRequested();
    void practiceRequested();
    void signInRequested();

private:
    QWidget *makeTitle();
    QWidget *makeReference();
    QWidget *makeBeginnings();
    QWidget *makeBeginning(const QString &icon, const QString &title, const QString &text, QPushButton *button);
    void fillFound();

    models::StartContent m_content;
    QWidget *m_page;
    QWidget *m_foundBlock = nullptr;
    QPushButton *m_useAll = nullptr;
    QVBoxLayout *m_found = nullptr;
    QLineEdit *m_edit = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_practice = nullptr;
};

} // namespace pd::ui
