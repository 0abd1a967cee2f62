// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QStandardItemModel;

namespace pd::ui {

class RowView;

/// What a compiler found, a row each: message, then file, line and column. A click, or Enter, asks for the place.
class DiagnosticsView final : public QWidget {
    Q_OBJECT
public:
    explicit DiagnosticsView(QWidget *parent = nullptr);

    /// Hides itself where there is none.
    void setDiagnostics(const QList<Diagnostic> &diagnostics);
    [[nodiscard]] const QList<Diagnostic> &diagnostics() const { return m_diagnostics; }

Q_SIGNALS:
    void placeRequested(const pd::Diagnostic &diagnostic);
    /// The same place in the user's editor.
    void editorRequested(const pd::Diagnostic &diagnostic);

private:
    void request(const QModelIndex &index);
    [[nodiscard]] const Diagnostic *current() const;

    QList<Diagnostic> m_diagnostics;
    QLabel *m_title;
    QWidget *m_editor;
    RowView *m_view;
    QStandardItemModel *m_model;
    QElapsedTimer m_sinceClick;
};

/// "rbac.rego:7:3", as compilers write it; what is unknown is left out. Empty without a file.
[[nodiscard]] QString placeText(const Diagnostic &diagnostic);

} // namespace pd::ui
