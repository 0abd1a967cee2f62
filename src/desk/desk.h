// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paths.h"
#include "core/thread.h"
#include "desk/operations/operation.h"
#include "desk/requests.h"
#include "desk/state/settings.h"

#include <QObject>

namespace pd::desk {

class Engine;
class TrySession;

/// What the window talks to: everything that panes need, in the GUI thread. It holds no logic of its own but threads: each call goes to the engine
/// and comes back. Acts give an `Operation`, owned by `Activity`; questions give a Task. Nothing here blocks.
class Desk final : public QObject {
    Q_OBJECT
public:
    Desk(Mailbox &engineThread, Engine &engine, Paths paths, Settings settings);
    ~Desk() override;

    // What the user chose. `changeSettings` shows at once and writes in the background.
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    void changeSettings(const std::function<void(Settings &)> &change);
    [[nodiscard]] const Paths &paths() const { return m_paths; }

    // Questions. A stop token ends them; they have no side effects but reading.
    Task<Result<QList<LocalImage>>> localImages();
    Task<Result<ImageDetails>> inspect(QString reference);
    Task<Result<QList<AccountRow>>> accounts();
    Task<Result<QList<FoundRow>>> foundHere();
    Task<Result<QString>> defaultRegistry();
    Task<Result<QString>> opaVersion();
    Task<Result<FolderRow>> inspectFolder(QString path, std::stop_token stop);
    Task<Result<Page<RemotePackage>>> packages(QString host, QString owner, QString page, std::stop_token stop);
    Task<Result<Page<RemoteTag>>> tags(QString host, QString repository, QString page, std::stop_token stop);
    Task<Result<RemoteTag>> tagDetails(QString host, QString repository, QString tag, std::stop_token stop);
    Task<Result<PublishPlan>> planPublish(PublishRequest request, std::stop_token stop);
    Task<Result<DeletePlan>> planDelete(DeleteRequest request, std::stop_token stop);
    Task<Result<QList<Receipt>>> receipts(QString filter, int limit);
    Task<Result<QList<Diagnostic>>> check(QString folder, std::stop_token stop);
    Task<Result<QByteArray>> readText(QString path, qint64 most);
    /// Where a visibility is changed, for the package's page.
    [[nodiscard]] QString visibilityPage(const RemotePackage &package) const;
    [[nodiscard]] QString tokenPage(const QString &host, const QStringList &scopes) const;
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
    Operation *undo(QString what);
    Operation *signIn(SignInRequest request);
    Operation *signOut(QString host);
    Operation *startPractice();
    Operation *getOpa();

    /// Everything that was started, newest last, until it is cleared.
    [[nodiscard]] QList<Operation *> operations() const { return m_operations; }
    void clearFinished();
    /// Whether something moves bytes: closing asks then.
    [[nodiscard]] bool isBusy() const;

    /// A REPL on an image (`reference`) or a folder; the session is the caller's, in the GUI thread.
    Task<Result<std::shared_ptr<TrySession>>> tryImage(QString reference, std::stop_token stop);

Q_SIGNALS:
    void settingsChanged();
    /// Local images may have changed, by us or by another program.
    void storeChanged();
    void accountsChanged();
    /// Something in `host/repository` was changed by us.
    void remoteChanged(const QString &host, const QString &repository);
    void operationAdded(pd::desk::Operation *operation);
    void operationsChanged();

private:
    Operation *start(QString title, Operation::Act act);

    Mailbox &m_thread;
    Engine &m_engine;
    Paths m_paths;
    Settings m_settings;
    QString m_defaultRegistry;
    QList<Operation *> m_operations;
};

} // namespace pd::desk
