// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rows.h"
#include "models/packagesmodel.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace pd::ui {

class Chip;
class EmptyState;
class ErrorCard;
class NameRepository;
class PaneHead;
class RowView;

/// *Packages*: those of an owner, or all repositories of a registry. Which are public is one look. *Newest tag* is asked for the rows in sight;
/// columns of which the registry tells nothing are left out. Values in, wishes out.
class OwnerPane final : public QWidget {
    Q_OBJECT
public:
    /// Whose packages: the heading, and what stands beside it.
    struct Owner {
        QString title; ///< "acme"
        QString words; ///< "organisation on ghcr.io, seen as @mira"
        QString place; ///< `host` or `host/owner`: before the name of a repository that is typed
        bool hasPage = false; ///< It can be opened in the browser.
        friend bool operator==(const Owner &, const Owner &) = default;
    };

    OwnerPane(WorkerPool &pool, const Clock &clock, QWidget *parent = nullptr);

    /// Another owner: the rows, the filter and the selection of the last one go. The same one again changes the words alone.
    void setOwner(const Owner &owner);
    /// `whole`: these are all; else more are on their way.
    void setPackages(const QList<desk::RemotePackage> &packages, bool whole = true);
    /// More is known about one of them.
    void fill(const desk::RemotePackage &package);
    void setLoading();
    void setError(const Error &error);
    /// The registry has no list, or none for us: a repository can be named. `problem`: why the one that was named cannot be opened.
    void setUnlisted(const QString &problem = {});

    /// `host/repository`; empty where nothing is selected.
    [[nodiscard]] QString selected() const;
    void select(const QString &key);

Q_SIGNALS:
    void selectionChanged();
    /// The newest tag of these (`host/repository`), from the top, is not known: the whole wish.
    void newestWanted(const QStringList &keys);
    /// Enter or double click.
    void activated(const QString &key);
    /// `host/repository` as typed where there is no list.
    void repositoryEntered(const QString &typed);
    /// For the clipboard: what is shown, and what it is in words.
    void copyRequested(const QString &text, const QString &what);
    /// `refresh`, `openPage`, or the action of an error.
    void triggered(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeTools();
    void makeStack();
    void connectModel();
    void chooseColumns(const QList<desk::RemotePackage> &packages);
    void showState();
    void showCounts();
    void copyMenu();

    Owner m_owner;
    models::PackagesModel *m_model;
    PaneHead *m_head = nullptr;
    QToolButton *m_page = nullptr;
    QList<QWidget *> m_copies;
    QWidget *m_chipRoom = nullptr;
    QButtonGroup *m_chips = nullptr;
    QList<Chip *> m_kinds; ///< All, Public, Private, Internal.
    QLineEdit *m_filter = nullptr;
    QStackedWidget *m_stack;
    RowView *m_view;
    EmptyState *m_empty = nullptr;
    QWidget *m_errorPage = nullptr;
    ErrorCard *m_error = nullptr;
    NameRepository *m_unlisted = nullptr;
    bool m_reading = false;
    QString m_wanted; ///< Selected as soon as it is there.
};

} // namespace pd::ui
