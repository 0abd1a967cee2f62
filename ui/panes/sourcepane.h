// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace pd::ui {

class CodeView;
class ElidedLabel;
class EmptyState;
class ErrorCard;

/// A source file to read, with one line marked: where a compiler, a result or a search points to. Writing is the editor's: *Open in editor*
/// stands beside it. Values in, wishes out.
class SourcePane final : public QWidget {
    Q_OBJECT
public:
    explicit SourcePane(QWidget *parent = nullptr);

    /// Most bytes that are worth reading: more is no source that a person reads, and would hold up the window.
    static constexpr qint64 MostBytes = 1 << 20;

    /// Another file, or another place in the same one: `shown` is its path in the folder, `note` what is there. A file that is not shown yet
    /// is empty until its text comes.
    void setPlace(const QString &path, const QString &shown, const Diagnostic &place);
    /// The text of `path`; of another file than the last place's: ignored.
    void setText(const QString &path, const QByteArray &text);
    void setError(const QString &path, const Error &error);

    /// Absolute; empty before the first place.
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] const Diagnostic &place() const { return m_place; }

Q_SIGNALS:
    void openInEditorRequested(const QString &path);
    void copyRequested(const QString &text, const QString &what);
    /// `retry`, or the action of an error.
    void triggered(const QString &id);

private:
    QWidget *makeHead();
    void mark();

    QString m_path;
    QString m_shown;
    Diagnostic m_place;
    bool m_loaded = false;
    ElidedLabel *m_name = nullptr;
    ElidedLabel *m_note = nullptr;
    QStackedWidget *m_stack;
    CodeView *m_code;
    EmptyState *m_empty;
    QWidget *m_errorPage;
    ErrorCard *m_error;
};

} // namespace pd::ui
