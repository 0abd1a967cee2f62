// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/requests.h"
#include "formdialog.h"

#include <functional>

class QLineEdit;

namespace pd::ui {

/// How a typed reference is completed: `Desk::readReference`.
using ReadReference = std::function<desk::ReferenceReading(const QString &typed)>;

/// *Tag*: gives an image of this computer another name, and says while it is typed what the name becomes and which one moves.
class TagDialog final : public FormDialog {
    Q_OBJECT
public:
    struct Content {
        desk::LocalImage image;
        QHash<QString, QString> existing; ///< Digests of this computer's images, by reference.
    };
    TagDialog(Content content, ReadReference read, QWidget *parent);

Q_SIGNALS:
    void tagRequested(const pd::desk::TagRequest &request);

protected:
    [[nodiscard]] bool act() override;

private:
    void explain();

    Content m_content;
    ReadReference m_read;
    QLineEdit *m_edit;
    QLabel *m_hint;
};

/// What became of a typed reference, beyond what was typed: "ghcr.io is the default registry, latest is the tag where none is typed".
[[nodiscard]] QString notesText(const desk::ReferenceReading &reading);

} // namespace pd::ui
