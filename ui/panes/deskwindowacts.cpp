// SPDX-License-Identifier: GPL-3.0-or-later
// What DeskWindow does: questions to the desk, and acts by what was chosen.
#include "deskwindow.h"

#include "desk/errortext.h"
#include "localimagespane.h"
#include "models/format.h"
#include "publishpane.h"
#include "referencedialog.h"
#include "repositorypane.h"
#include "shell/panehost.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>

namespace pd::ui {

Task<void> DeskWindow::readImages()
{
    const QPointer self(this);
    const auto images = co_await m_desk.localImages();
    if (!self || !images)
        co_return;
    m_images = *images;
    m_local->setImages(*images);
    showTree();
}

Task<void> DeskWindow::readFound()
{
    const QPointer self(this);
    const auto found = co_await m_desk.foundHere();
    if (!self || !found)
        co_return;
    m_found = *found;
    showStart();
}

Task<void> DeskWindow::readFolder(QString path)
{
    const QPointer self(this);
    const auto folder = co_await m_desk.inspectFolder(path, {});
    if (!self || m_place != QStringLiteral("folder:") + path)
        co_return;
    QString destination;
    for (const desk::FolderEntry &entry : m_desk.settings().folders) {
        if (entry.path == path)
            destination = entry.destination;
    }
    if (!folder) {
        m_publish->setPlanProblem(folder.error());
        co_return;
    }
    if (destination.isEmpty() && m_desk.settings().practicePort)
        destination = QStringLiteral("localhost:%1/%2").arg(m_desk.settings().practicePort).arg(QFileInfo(path).fileName().toLower());
    m_publish->setFolder(*folder, destination);
    models::InspectorContent content;
    content.title = QFileInfo(path).fileName();
    content.kind = tr("Folder");
    content.digest = withTilde(path, m_desk.paths().home);
    content.digestToolTip = path;
    models::InspectorSection facts;
    if (!folder->revision.isEmpty())
        facts.facts.append(
            {.label = tr("Revision"), .value = models::shortRevision(folder->revision), .toolTip = folder->revision, .mono = true});
    if (!folder->branch.isEmpty())
        facts.facts.append({.label = tr("Branch"), .value = folder->branch});
    facts.facts.append({.label = tr("Rego"), .value = folder->regoFiles == 1 ? tr("1 file") : tr("%1 files").arg(folder->regoFiles)});
    facts.facts.append({.label = tr("Packages"), .value = folder->packages.join(QStringLiteral(", "))});
    content.sections = {facts};
    content.verbs = {{.id = QStringLiteral("forgetFolder"), .label = tr("Remove from the list"), .icon = QStringLiteral("list-remove")}};
    m_window.setInspector(content);
}

Task<void> DeskWindow::readPackages(QString host)
{
    const QPointer self(this);
    const auto page = co_await m_desk.packages(host, {}, {}, {});
    if (!self)
        co_return;
    if (!page) {
        if (m_place == QStringLiteral("registry:") + host) {
            m_repository->setError(page.error());
            m_window.panes()->setTabs({{QStringLiteral("tags"), tr("Packages")}}, QStringLiteral("tags"));
        }
        co_return;
    }
    QStringList names;
    for (const desk::RemotePackage &package : page->rows)
        names.append(package.repository);
    m_packages.insert(host, names);
    showTree();
}

Task<void> DeskWindow::readTags(QString host, QString repository, QString select)
{
    const QPointer self(this);
    m_repository->setLoading();
    QList<desk::RemoteTag> all;
    QString next;
    do {
        const auto page = co_await m_desk.tags(host, repository, next, {});
        if (!self || host != m_host || repository != m_package)
            co_return;
        if (!page) {
            m_repository->setError(page.error());
            co_return;
        }
        all += page->rows;
        next = page->next;
        // The first page shows at once; what follows is added.
        for (desk::RemoteTag &tag : all)
            tag = m_tags.value(tag.tag, tag);
        m_repository->setTags(all);
    } while (!next.isEmpty() && all.size() < 10'000);
    QHash<QString, desk::RemoteTag> now;
    for (const desk::RemoteTag &tag : std::as_const(all))
        now.insert(tag.tag, tag);
    m_tags = now;
    if (!select.isEmpty())
        m_repository->select(select);
}

Task<void> DeskWindow::readDetails(QString host, QString repository, QStringList tags, std::stop_token stop)
{
    const QPointer self(this);
    for (const QString &tag : std::as_const(tags)) {
        const auto details = co_await m_desk.tagDetails(host, repository, tag, stop);
        if (!self || stop.stop_requested() || host != m_host || repository != m_package)
            co_return;
        desk::RemoteTag row = details.value_or(desk::RemoteTag());
        row.tag = tag;
        row.read = true;
        if (!details)
            row.problem = desk::oneLine(details.error());
        m_tags.insert(tag, row);
        m_repository->fill(row);
        if (tag == m_repository->selectedTag())
            inspectTag();
    }
}

Task<void> DeskWindow::planPublish(desk::PublishRequest request, std::function<void()>)
{
    const QPointer self(this);
    m_planning.request_stop();
    m_planning = {};
    const auto plan = co_await m_desk.planPublish(request, m_planning.get_token());
    if (!self || m_publish->request().destination != request.destination)
        co_return;
    if (plan) {
        m_publishPlan = *plan;
        m_publish->setPlan(*plan);
    } else if (!plan.error().isCancelled()) {
        m_publish->setPlanProblem(plan.error());
    }
}

Task<void> DeskWindow::planDelete(desk::DeleteRequest request)
{
    const QPointer self(this);
    const auto plan = co_await m_desk.planDelete(request, {});
    if (!self)
        co_return;
    if (plan)
        m_plan = *plan;
    else
        m_window.showToast({QStringLiteral("pd-warning"), desk::oneLine(plan.error()), {}, {}});
    inspectTag();
}

Task<void> DeskWindow::offerTransfers()
{
    const QPointer self(this);
    const auto pending = co_await m_desk.pendingTransfers();
    if (!self || !pending)
        co_return;
    for (const desk::PendingTransfer &transfer : *pending)
        m_desk.resume(transfer);
}

void DeskWindow::act(const QString &id)
{
    if (m_place == QLatin1StringView("local") && !m_local->selected().isEmpty())
        actOnLocal(id);
    else if (m_place.startsWith(QLatin1StringView("package:")) && (m_plan || !m_repository->selectedTag().isEmpty()))
        actOnTag(id);
    else
        run(id);
}

void DeskWindow::run(const QString &id)
{
    const auto look = [this](desk::Settings::Scheme scheme) {
        m_desk.changeSettings([scheme](desk::Settings &settings) { settings.scheme = scheme; });
    };
    if (id == QLatin1StringView("openFolder")) {
        const QString folder = QFileDialog::getExistingDirectory(
            &m_window, tr("Open a folder with Rego"), m_desk.paths().home, QFileDialog::ShowDirsOnly | QFileDialog::DontUseNativeDialog);
        if (!folder.isEmpty())
            addFolder(folder);
    } else if (id == QLatin1StringView("import")) {
        importBundle();
    } else if (id == QLatin1StringView("practice")) {
        startPractice();
    } else if (id == QLatin1StringView("signIn")) {
        open(QStringLiteral("signin:"));
    } else if (id == QLatin1StringView("showLocal")) {
        open(QStringLiteral("local"));
    } else if (id == QLatin1StringView("getOpa")) {
        connect(m_desk.getOpa(), &desk::Operation::finished, this, [this] { readFound(); });
    } else if (id == QLatin1StringView("refresh")) {
        readImages();
    } else if (id == QLatin1StringView("clearFinished")) {
        m_desk.clearFinished();
    } else if (id == QLatin1StringView("resetLayout")) {
        m_window.resetLayout();
    } else if (id == QLatin1StringView("forgetFolder")) {
        m_desk.changeSettings([path = m_place.sliced(7)](desk::Settings &settings) {
            settings.folders.removeIf([&path](const desk::FolderEntry &entry) { return entry.path == path; });
        });
        open(QStringLiteral("start"));
    } else if (id == QLatin1StringView("lookLight")) {
        look(desk::Settings::Scheme::Light);
    } else if (id == QLatin1StringView("lookDark")) {
        look(desk::Settings::Scheme::Dark);
    } else if (id == QLatin1StringView("lookSystem")) {
        look(desk::Settings::Scheme::System);
    } else if (id == QLatin1StringView("quit")) {
        m_window.close();
    }
}

void DeskWindow::actOnLocal(const QString &id)
{
    const QList<desk::LocalImage> chosen = m_local->selected();
    const QString reference = chosen.first().reference();
    if (id == QLatin1StringView("remove")) {
        QStringList references;
        for (const desk::LocalImage &image : chosen)
            references.append(image.reference());
        m_desk.remove({references});
    } else if (id == QLatin1StringView("push")) {
        askReference(tr("Push %1 to").arg(reference), tr("Push"), reference,
            [this, reference](const QString &target) { m_desk.push({reference, target, {}}); });
    } else if (id == QLatin1StringView("tag")) {
        askReference(tr("Tag %1 as").arg(reference), tr("Tag"), reference, [this, reference](const QString &target) {
            m_desk.tag({reference, target});
            m_local->select(target);
        });
    } else if (id == QLatin1StringView("save")) {
        saveImage(reference);
    } else if (id == QLatin1StringView("copyReference")) {
        QApplication::clipboard()->setText(reference);
    } else {
        run(id);
    }
}

void DeskWindow::actOnTag(const QString &id)
{
    const QString reference = m_host + QLatin1Char('/') + m_package + QLatin1Char(':') + m_repository->selectedTag();
    if (id == QLatin1StringView("pull")) {
        m_desk.pull({reference});
    } else if (id == QLatin1StringView("copyReference")) {
        QApplication::clipboard()->setText(reference);
    } else if (id == QLatin1StringView("planDelete")) {
        planDelete({QString(m_host + QLatin1Char('/') + m_package), {m_repository->selectedTag()}});
    } else if (id == QLatin1StringView("cancelPlan")) {
        m_plan.reset();
        inspectTag();
    } else if (id == QLatin1StringView("delete") && m_plan) {
        m_desk.deleteVersions(*m_plan);
        m_plan.reset();
        inspectTag();
    } else {
        run(id);
    }
}

void DeskWindow::finished(desk::Operation *operation)
{
    if (operation->error()) {
        m_window.showToast({QStringLiteral("pd-warning"), desk::oneLine(*operation->error()), {}, {}});
        return;
    }
    if (!operation->receipt())
        return;
    const desk::Receipt &receipt = *operation->receipt();
    const QString undo = receipt.undo.contains(QLatin1Char(':')) ? receipt.undo : QString();
    if (receipt.verb == QLatin1StringView("remove"))
        m_window.showToast({QStringLiteral("list-remove"), tr("Removed %1 from this computer").arg(receipt.reference), {}, undo});
    else if (receipt.verb == QLatin1StringView("delete"))
        m_window.showToast(
            {QStringLiteral("edit-delete"), tr("Deleted %1 from the registry").arg(receipt.tags.join(QStringLiteral(", "))), {}, undo});
    else if (receipt.verb == QLatin1StringView("pull"))
        m_window.showToast({QStringLiteral("cloud-download"), tr("Pulled %1").arg(receipt.reference), models::sizeText(receipt.bytes), {}});
    else if (receipt.verb == QLatin1StringView("push"))
        m_window.showToast({QStringLiteral("cloud-upload"), tr("Pushed %1").arg(receipt.reference), models::sizeText(receipt.bytes), {}});
}

void DeskWindow::saveImage(const QString &reference)
{
    QString name = reference.section(QLatin1Char('/'), -1);
    name.replace(QLatin1Char(':'), QLatin1Char('-'));
    const QString path = QFileDialog::getSaveFileName(&m_window, tr("Save the bundle"),
        m_desk.paths().home + QLatin1Char('/') + name + QStringLiteral(".tar.gz"), tr("Bundles (*.tar.gz)"), nullptr,
        QFileDialog::DontUseNativeDialog);
    if (!path.isEmpty())
        m_desk.save({reference, path});
}

void DeskWindow::importBundle()
{
    const QString path = QFileDialog::getOpenFileName(
        &m_window, tr("Import a bundle"), m_desk.paths().home, tr("Bundles (*.tar.gz)"), nullptr, QFileDialog::DontUseNativeDialog);
    if (!path.isEmpty())
        openArgument(path);
}

void DeskWindow::askReference(
    const QString &title, const QString &button, const QString &start, const std::function<void(const QString &)> &chosen)
{
    auto *dialog
        = new ReferenceDialog(title, button, start, [this](const QString &typed) { return m_desk.readReference(typed); }, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReferenceDialog::chosen, this, chosen);
    dialog->open();
}

} // namespace pd::ui
