// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tagdialog.h"

namespace pd::ui {

/// *Import*: asks under which name a bundle (`.tar.gz`) becomes an image of this computer.
class ImportDialog final : public FormDialog {
    Q_OBJECT
public:
    /// `path` of the bundle; `existing` as in `TagDialog::Content`.
    ImportDialog(const QString &path, QHash<QString, QString> existing, ReadReference read, QWidget *parent);

Q_SIGNALS:
    void importRequested(const pd::desk::ImportRequest &request);

protected:
    [[nodiscard]] bool act() override;

private:
    void explain();

    QString m_path;
    QHash<QString, QString> m_existing;
    ReadReference m_read;
    QLineEdit *m_edit;
    QLabel *m_hint;
};

} // namespace pd::ui
