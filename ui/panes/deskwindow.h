// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "desk/desk.h"
#include "models/actions.h"
#include "models/gotoitem.h"
#include "shell/mainwindow.h"

#include <QObject>

namespace pd::ui {

class LocalImagesPane;
class PublishPane;
class RepositoryPane;
class SignInPane;
class StartPage;

/// Joins the window to the desk: opens places, fills panes with what the desk answers, turns what is chosen into acts. A place is a word:
/// `start`, `local`, `folder:PATH`, `registry:HOST`, `package:HOST/REPOSITORY`, `signin:HOST`.
class DeskWindow final : public QObject {
    Q_OBJECT
public:
    DeskWindow(desk::Desk &desk, WorkerPool &pool, const Clock &clock);
    ~DeskWindow() override;

    [[nodiscard]] MainWindow &window() { return m_window; }
    void open(const QString &place);
    /// A folder, a `.tar.gz` or a reference, as the command line and a drop give it.
    void openArgument(const QString &argument);
    void run(const QString &action);

private:
    void buildPanes();
    void wirePanes();
    void openFolder(const QString &path);
    void openRegistry(const QString &host);
    void openPackage(const QString &host, const QString &repository);
    void addFolder(const QString &path);
    void showTree();
    void showStart();
    void showActivity();
    void inspectLocal();
    void inspectTag();
    void act(const QString &id);
    void actOnLocal(const QString &id);
    void actOnTag(const QString &id);
    void finished(desk::Operation *operation);
    void startPractice();
    void saveImage(const QString &reference);
    void importBundle();
    void askReference(
        const QString &title, const QString &button, const QString &start, const std::function<void(const QString &)> &chosen);
    [[nodiscard]] QList<models::ActionValue> menu() const;
    [[nodiscard]] QList<models::GoToItem> goToItems() const;

    Task<void> readImages();
    Task<void> readFound();
    Task<void> readFolder(QString path);
    Task<void> readTags(QString host, QString repository, QString select);
    Task<void> readDetails(QString host, QString repository, QStringList tags, std::stop_token stop);
    Task<void> readPackages(QString host);
    Task<void> planPublish(desk::PublishRequest request, std::function<void()> then);
    Task<void> planDelete(desk::DeleteRequest request);
    Task<void> offerTransfers();

    desk::Desk &m_desk;
    WorkerPool &m_pool;
    const Clock &m_clock;
    MainWindow m_window;
    StartPage *m_start = nullptr;
    LocalImagesPane *m_local = nullptr;
    RepositoryPane *m_repository = nullptr;
    PublishPane *m_publish = nullptr;
    SignInPane *m_signIn = nullptr;
    QString m_place;
    QString m_host; ///< Of the package that is shown.
    QString m_package;
    QList<desk::LocalImage> m_images;
    QList<desk::FoundRow> m_found;
    QHash<QString, desk::RemoteTag> m_tags;
    QHash<QString, QStringList> m_packages; ///< By host.
    std::optional<desk::DeletePlan> m_plan;
    desk::PublishPlan m_publishPlan;
    std::stop_source m_details;
    std::stop_source m_planning;
};

} // namespace pd::ui
