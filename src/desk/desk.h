// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paths.h"
#include "core/thread.h"
#include "desk/hostchoices.h"
#include "desk/operations/operation.h"
#include "desk/requests.h"
#include "desk/state/settings.h"
#include "desk/state/statedb.h"
#include "core/workerpool.h"

#include <QObject>

class QFileSystemWatcher;

namespace pd::desk {

class Engine;
class TrySession;
struct Services;

/// What the window talks to: everything that panes need, in the GUI thread. It holds no logic of its own but threads: each call goes to the engine
/// and comes back. Acts give an `Operation`, owned by `Activity`; questions give a Task. Nothing here blocks.
class Desk final : public QObject {
    Q_OBJECT
public:
    /// `engine` lives in the thread of `engineThread`; both outlive this. `defaultRegistry` as the store says.
    Desk(Mailbox &engineThread, Engine &engine, WorkerPool &pool, Paths paths, Settings settings, QString defaultRegistry);
    ~Desk() override;

    // What the user chose. `changeSettings` shows at once and writes in the background.
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    void changeSettings(const std::function<void(Settings &)> &change);
    /// Shows an owner under a registry, or no longer; kept in the settings.
    void addOwner(const QString &host, const QString &owner);
    void removeOwner(const QString &host, const QString &owner);
    [[nodiscard]] const Paths &paths() const { return m_paths; }

    // Questions. A stop token ends them; they have no side effects but reading.
    Task<Result<QList<LocalImage>>> localImages();
    Task<Result<ImageDetails>> inspect(QString reference);
    Task<Result<QList<AccountRow>>> accounts();
    Task<Result<QList<FoundRow>>> foundHere();
    [[nodiscard]] QString defaultRegistry() const { return m_defaultRegistry; }
    Task<Result<QString>> opaVersion();
    /// Folders, OPA and the practice registry as they are now, for the settings.
    Task<Result<HereFacts>> here();
    Task<Result<FolderRow>> inspectFolder(QString path, std::stop_token stop);
    /// Whose packages the tree shows under a registry: on GitHub's the account's own login first, then those that were opened (`addOwner`, `opened`, the
    /// folders' destinations). Where the login cannot be asked (no network) it is the account's user. Elsewhere those that were opened alone.
    Task<Result<QList<OwnerRow>>> owners(QString host, std::stop_token stop);
    /// A page of an owner's packages, `page` empty for the first, else `Page::next`. GitHub: with visibility, versions, updated, source repository
    /// and pages, 100 a request; an empty owner is the account's own; without an account Unauthenticated `github.signInNeeded`. Elsewhere the catalog,
    /// or Unsupported `catalog.unsupported`.
    Task<Result<Page<RemotePackage>>> packages(QString host, QString owner, QString page, std::stop_token stop);
    /// One package: visibility and pages on GitHub (one request), elsewhere its name alone.
    Task<Result<RemotePackage>> package(QString host, QString repository, std::stop_token stop);
    /// What a package's row lacks: its highest version, else its newest tag. For the rows in sight: one request each.
    Task<Result<QString>> newestTag(QString host, QString repository, std::stop_token stop);
    /// A page of tags. On GitHub digest, date and `sameAs` are there; size and revision are `tagDetails`'. A public image needs no account.
    Task<Result<Page<RemoteTag>>> tags(QString host, QString repository, QString page, std::stop_token stop);
    /// A page of versions, those without a tag as well, newest first. GitHub alone; elsewhere Unsupported `versions.unsupported`.
    Task<Result<Page<DeleteItem>>> versions(QString host, QString repository, QString page, std::stop_token stop);
    Task<Result<RemoteTag>> tagDetails(QString host, QString repository, QString tag, std::stop_token stop);
    Task<Result<PublishPlan>> planPublish(PublishRequest request, std::stop_token stop);
    Task<Result<DeletePlan>> planDelete(DeleteRequest request, std::stop_token stop);
    Task<Result<QList<Receipt>>> receipts(QString filter, int limit);
    Task<Result<QByteArray>> readText(QString path, qint64 most);
    /// Acts that a kill or a restart cut off: offered again.
    Task<Result<QList<PendingTransfer>>> pendingTransfers();
    void forgetTransfer(qint64 id);
    /// How `typed` would be completed. Pure and fast: call it on each key.
    [[nodiscard]] ReferenceReading readReference(const QString &typed) const;

    // Acts. Each starts at once, belongs to `operations`, and ends with a receipt in the history.
    Operation *build(BuildRequest request);
    Operation *publish(PublishRequest request);
    Operation *tag(TagRequest request);
    Operation *push(PushRequest request);
    Operation *pull(PullRequest request);
    Operation *remove(RemoveRequest request);
    Operation *save(SaveRequest request);
    Operation *import(ImportRequest request);
    Operation *deleteVersions(DeletePlan plan);
    Operation *undo(Undo what);
    Operation *signIn(SignInRequest request);
    Operation *signOut(QString host);
    /// Signs in with the account that another program has.
    Operation *takeOver(TakeOverRequest request);
    /// The keychain's own question may come up again after it was dismissed.
    void askKeychainAgain();
    /// `port` as in the settings, 0 for the first start.
    Operation *startPractice(quint16 port);
    Operation *stopPractice();
    /// Starts the practice registry again, on its port, where it was started and not stopped; null where there is nothing to do. Once, at the launch.
    Operation *takeUpPractice();
    /// Short references are completed by `host` from now on, in the Policy CLI too.
    Operation *makeDefault(QString host);
    Operation *getOpa();
    Operation *resume(const PendingTransfer &transfer);

    /// Everything that was started, newest last, until it is cleared.
    [[nodiscard]] QList<Operation *> operations() const { return m_operations; }
    /// Those that ended, however, go from `operations`.
    void clearFinished();
    /// The operation of that id, null where it was cleared.
    [[nodiscard]] Operation *operation(qint64 id) const;
    /// Whether something moves bytes: closing asks then.
    [[nodiscard]] bool isBusy() const;
    /// Stops all that runs; pushes and pulls stay noted and are offered again at the next start. The last act of a program that closes.
    void suspend();
    /// Stops all that runs, for good.
    void cancelAll();

    /// A REPL on an image, pulled where it is not here, or on what a folder holds now; the session is the caller's, in the GUI thread.
    Task<Result<std::shared_ptr<TrySession>>> tryImage(QString reference, std::stop_token stop);
    Task<Result<std::shared_ptr<TrySession>>> tryFolder(QString folder, std::stop_token stop);

Q_SIGNALS:
    void settingsChanged();
    /// Local images may have changed, by us or by another program.
    void storeChanged();
    void accountsChanged();
    /// Something in `host/repository` was changed by us.
    void remoteChanged(const QString &host, const QString &repository);
    void operationAdded(pd::desk::Operation *operation);
    void operationsChanged();
    /// Something in the background failed that no operation stands for.
    void failed(const pd::Error &error);

private:
    Operation *start(const QString &verb, QString title, Operation::Act act);
    void settle(const Operation &operation);
    void applySettings();

    Mailbox &m_thread;
    Services *m_services; ///< Looked at in the engine thread alone.
    WorkerPool &m_pool;
    Paths m_paths;
    Settings m_settings;
    QString m_defaultRegistry;
    QList<Operation *> m_operations;
    QFileSystemWatcher *m_watcher;
    bool m_writing = false; ///< Settings are being written …
    bool m_writeAgain = false; ///< … and changed meanwhile.
};

/// `Desk::readReference` for a default registry that is given.
[[nodiscard]] ReferenceReading readTypedReference(const QString &typed, const QString &defaultRegistry);

} // namespace pd::desk
