// SPDX-License-Identifier: GPL-3.0-or-later
// What DeskWindow shows: the tree, the first page, Activity, the inspector. Values out of what is known, nothing is asked for here.
#include "deskwindow.h"

#include "desk/errortext.h"
#include "localimagespane.h"
#include "models/format.h"
#include "models/packagesmodel.h"
#include "repositorypane.h"
#include "shell/navigationtree.h"
#include "shell/startpage.h"

#include <QFileInfo>

namespace pd::ui {

using models::ActionRank;
using models::ActionValue;

namespace {

QString iconFor(const QString &verb)
{
    if (verb == QLatin1StringView("pull"))
        return QStringLiteral("cloud-download");
    if (verb == QLatin1StringView("remove"))
        return QStringLiteral("list-remove");
    if (verb == QLatin1StringView("delete"))
        return QStringLiteral("edit-delete");
    if (verb == QLatin1StringView("undo"))
        return QStringLiteral("edit-undo");
    return QStringLiteral("cloud-upload");
}

models::JobValue jobFor(const desk::Operation &operation, qsizetype number)
{
    models::JobValue job;
    job.id = QString::number(number);
    job.title = operation.title();
    const Progress &progress = operation.progress();
    switch (operation.state()) {
    case desk::Operation::State::Running:
        job.icon = QStringLiteral("cloud-upload");
        job.state = models::JobState::Running;
        if (progress.total > 0) {
            job.progress = static_cast<double>(progress.done) / static_cast<double>(progress.total);
            job.words = DeskWindow::tr("%1 of %2").arg(models::sizeText(progress.done), models::sizeText(progress.total));
            if (progress.stalled)
                job.words += DeskWindow::tr(", stalled");
            else if (operation.rate() > 0)
                job.words += QStringLiteral(", ") + DeskWindow::tr("%1/s").arg(models::sizeText(static_cast<qint64>(operation.rate())));
        }
        job.actions = {{.id = QStringLiteral("cancel"), .label = DeskWindow::tr("Cancel")}};
        break;
    case desk::Operation::State::Failed:
        job.icon = QStringLiteral("window-close");
        job.state = models::JobState::Failed;
        job.words = desk::oneLine(*operation.error());
        job.actions = {{.id = QStringLiteral("retry"), .label = DeskWindow::tr("Retry")}};
        break;
    case desk::Operation::State::Cancelled:
        job.icon = QStringLiteral("window-close");
        job.state = models::JobState::Done;
        job.words = DeskWindow::tr("Cancelled");
        break;
    case desk::Operation::State::Done:
        job.icon = QStringLiteral("checkmark");
        job.state = models::JobState::Done;
        job.words = operation.receipt()->bytes > 0 ? models::sizeText(operation.receipt()->bytes) : operation.receipt()->reference;
        if (!operation.receipt()->undo.isEmpty() && operation.receipt()->undo.contains(QLatin1Char(':')))
            job.actions = {{.id = QStringLiteral("undo"), .label = DeskWindow::tr("Undo")}};
        break;
    }
    return job;
}

models::ReceiptValue receiptFor(const desk::Receipt &receipt, const QDateTime &now, qsizetype number)
{
    models::ReceiptValue value;
    value.id = QString::number(number);
    value.icon = iconFor(receipt.verb);
    value.title = receipt.reference;
    value.note = receipt.verb;
    value.digest = models::shortDigest(receipt.digest);
    value.when = models::relativeTime(receipt.at, now);
    value.facts = {{.label = DeskWindow::tr("Reference"), .value = receipt.reference},
        {.label = DeskWindow::tr("Digest"), .value = receipt.digest, .mono = true},
        {.label = DeskWindow::tr("When"), .value = models::absoluteTime(receipt.at)}};
    value.command = desk::asCommandLine(receipt.command);
    return value;
}

} // namespace

void DeskWindow::showTree()
{
    models::TreeSnapshot tree;
    models::TreeSection registries{.id = QStringLiteral("registries"),
        .title = tr("Registries"),
        .addToolTip = tr("Sign in to a registry"),
        .emptyText = tr("None yet")};
    for (const desk::RegistryEntry &entry : m_desk.settings().registries) {
        models::TreeNode node{
            .id = QStringLiteral("registry:") + entry.host, .label = entry.host, .icon = QStringLiteral("server-database")};
        const bool practice = entry.user == QLatin1StringView("practice");
        if (practice) {
            node.label = tr("Practice registry");
            node.icon = QStringLiteral("computer");
            node.trailing = entry.host.section(QLatin1Char(':'), 1);
        }
        for (const QString &repository : m_packages.value(entry.host)) {
            node.children.append({.id = QStringLiteral("package:") + entry.host + QLatin1Char('/') + repository,
                .label = repository,
                .icon = QStringLiteral("pd-package")});
        }
        node.expandable = node.children.isEmpty();
        registries.nodes.append(node);
    }
    models::TreeSection computer{.id = QStringLiteral("computer"), .title = tr("On this computer")};
    computer.nodes = {{.id = QStringLiteral("local"),
        .label = tr("Local images"),
        .icon = QStringLiteral("drive-harddisk"),
        .trailing = models::numberText(m_images.size())}};
    models::TreeSection folders{
        .id = QStringLiteral("folders"), .title = tr("Folders"), .addToolTip = tr("Open a folder"), .emptyText = tr("None yet")};
    for (const desk::FolderEntry &folder : m_desk.settings().folders) {
        folders.nodes.append({.id = QStringLiteral("folder:") + folder.path,
            .label = QFileInfo(folder.path).fileName(),
            .icon = QStringLiteral("folder"),
            .toolTip = withTilde(folder.path, m_desk.paths().home)});
    }
    tree.sections = {registries, computer, folders};
    if (!m_desk.settings().opened.isEmpty()) {
        models::TreeSection opened{.id = QStringLiteral("opened"), .title = tr("Opened")};
        for (const QString &reference : m_desk.settings().opened)
            opened.nodes.append({.id = QStringLiteral("package:") + reference, .label = reference, .icon = QStringLiteral("pd-package")});
        tree.sections.append(opened);
    }
    m_window.tree()->setSnapshot(tree);
}

void DeskWindow::showStart()
{
    models::StartContent content;
    for (const desk::FoundRow &row : std::as_const(m_found)) {
        models::FoundItem item;
        QStringList hosts;
        for (const desk::AccountRow &account : row.accounts)
            hosts.append(account.user.isEmpty() ? account.host : tr("%1 as %2").arg(account.host, account.user));
        const QString signedIn
            = hosts.isEmpty() ? tr("not signed in anywhere") : tr("signed in to %1").arg(hosts.join(QStringLiteral(", ")));
        switch (row.kind) {
        case desk::FoundRow::Kind::PolicyCli:
            item = {.id = QStringLiteral("policy"),
                .icon = QStringLiteral("pd-package"),
                .title = tr("Policy CLI"),
                .text = models::imagesText(qMax(0, row.images)) + QStringLiteral(", ") + signedIn,
                .action = {.id = QStringLiteral("showLocal"), .label = tr("Show")}};
            break;
        case desk::FoundRow::Kind::Docker:
            item = {.id = QStringLiteral("docker"),
                .icon = QStringLiteral("server-database"),
                .title = tr("Docker"),
                .text = signedIn,
                .action = {}};
            break;
        case desk::FoundRow::Kind::GitHubCli:
            item = {.id = QStringLiteral("gh"),
                .icon = QStringLiteral("vcs-branch"),
                .title = tr("GitHub CLI"),
                .text = signedIn,
                .action = {}};
            break;
        case desk::FoundRow::Kind::OpaMissing:
            item = {.id = QStringLiteral("opa"),
                .icon = QStringLiteral("info"),
                .title = tr("OPA was not found"),
                .text = tr("Needed to build, check and try. It is fetched once and checked against its published sum."),
                .action = {.id = QStringLiteral("getOpa"), .label = tr("Get OPA")}};
            break;
        case desk::FoundRow::Kind::Opa:
            item = {.id = QStringLiteral("opa"),
                .icon = QStringLiteral("checkmark"),
                .title = tr("OPA %1").arg(row.version),
                .text = tr("Builds, checks and tries your policies"),
                .action = {}};
            break;
        }
        content.found.append(item);
    }
    content.practiceLabel = m_desk.settings().practicePort ? tr("Open it") : tr("Start it");
    m_start->setContent(content);
}

void DeskWindow::showActivity()
{
    models::ActivitySnapshot snapshot;
    qsizetype running = 0;
    qsizetype failed = 0;
    const QDateTime now = m_clock.now();
    const QList<desk::Operation *> operations = m_desk.operations();
    snapshot.line = {.icon = QStringLiteral("checkmark"), .text = tr("Nothing has been sent anywhere yet")};
    for (qsizetype i = 0; i < operations.size(); ++i) {
        const desk::Operation &operation = *operations.at(i);
        const models::JobValue job = jobFor(operation, i);
        snapshot.jobs.append(job);
        running += operation.state() == desk::Operation::State::Running;
        failed += operation.state() == desk::Operation::State::Failed;
        snapshot.line = {.icon = job.icon,
            .text = job.title,
            .progress = job.progress,
            .words = job.words.isEmpty() ? QStringList() : QStringList{job.words}};
        if (operation.state() == desk::Operation::State::Running)
            snapshot.line.cancelId = job.id;
        if (operation.receipt())
            snapshot.receipts.prepend(receiptFor(*operation.receipt(), now, i));
    }
    snapshot.summary = tr("%1 running, %2 failed").arg(running).arg(failed);
    snapshot.receiptCount = models::numberText(snapshot.receipts.size());
    snapshot.periods = {tr("this session")};
    m_window.setActivity(snapshot);
}

void DeskWindow::inspectLocal()
{
    if (m_place != QLatin1StringView("local"))
        return;
    const QList<desk::LocalImage> chosen = m_local->selected();
    models::InspectorContent content;
    if (chosen.size() == 1) {
        const desk::LocalImage &image = chosen.first();
        content.title = image.tag;
        content.kind = image.repository.section(QLatin1Char('/'), -1);
        content.digest = models::shortDigest(image.digest);
        content.digestToolTip = image.digest + QLatin1Char('\n') + tr("Image ID in the Policy CLI");
        content.buttons = {{.id = QStringLiteral("push"), .label = tr("Push to…"), .rank = ActionRank::Primary},
            {.id = QStringLiteral("save"), .label = tr("Save…")}};
        models::InspectorSection facts;
        facts.facts = {
            {.label = tr("Built"), .value = models::relativeTime(image.built, m_clock.now()), .toolTip = models::absoluteTime(image.built)},
            {.label = tr("Size"), .value = models::sizeText(image.size)},
            {.label = tr("Revision"), .value = models::shortRevision(image.revision), .toolTip = image.revision, .mono = true},
            {.label = tr("Repository"), .value = image.repository, .toolTip = image.repository}};
        content.sections = {facts};
        content.verbs = {{.id = QStringLiteral("tag"), .label = tr("Tag…"), .icon = QStringLiteral("tag")},
            {.id = QStringLiteral("copyReference"), .label = tr("Copy reference"), .icon = QStringLiteral("edit-copy")},
            {.id = QStringLiteral("remove"), .label = tr("Remove"), .icon = QStringLiteral("list-remove"), .shortcut = tr("Del")}};
    } else if (chosen.size() > 1) {
        content.title = models::imagesText(chosen.size());
        content.kind = tr("Local images");
        content.buttons = {{.id = QStringLiteral("remove"), .label = tr("Remove")}};
    }
    m_window.setInspector(content);
}

void DeskWindow::inspectTag()
{
    if (!m_place.startsWith(QLatin1StringView("package:")))
        return;
    if (m_plan) {
        models::InspectorContent content;
        content.title = m_plan->wholePackage ? tr("Delete the package") : tr("Delete %1").arg(models::versionsText(m_plan->items.size()));
        content.kind = tr("Plan");
        QStringList tags;
        for (const desk::DeleteItem &item : std::as_const(m_plan->items))
            tags += item.tags;
        content.sentence = models::Sentence::of(tr("Delete from %1. These tags go: %2."),
            {models::Sentence::plain(m_plan->request.repository), models::Sentence::bold(tags.join(QStringLiteral(", ")))});
        content.promise = {.icon = QStringLiteral("edit-undo"),
            .title = tr("Undo until %1").arg(QLocale().toString(m_plan->undoUntil.toLocalTime().date(), QLocale::LongFormat)),
            .text = tr("The manifest is kept on this computer and can be pushed again.")};
        content.buttons
            = {{.id = QStringLiteral("delete"), .label = tr("Delete"), .icon = QStringLiteral("edit-delete"), .rank = ActionRank::Filled},
                {.id = QStringLiteral("cancelPlan"), .label = tr("Cancel")}};
        models::InspectorSection command{.title = tr("Same as"), .command = desk::asCommandLine(m_plan->command)};
        content.sections = {command};
        m_window.setInspector(content);
        return;
    }
    const desk::RemoteTag tag = m_tags.value(m_repository->selectedTag());
    models::InspectorContent content;
    if (!tag.tag.isEmpty()) {
        content.title = tag.tag;
        content.kind = m_package;
        content.digest = models::shortDigest(tag.digest);
        content.digestToolTip = tag.digest;
        content.buttons = {{.id = QStringLiteral("pull"), .label = tr("Pull"), .rank = ActionRank::Primary}};
        models::InspectorSection facts;
        facts.facts = {{.label = tr("Published"),
                           .value = models::relativeTime(tag.published, m_clock.now()),
                           .toolTip = models::absoluteTime(tag.published)},
            {.label = tr("Size"), .value = models::sizeText(tag.size)},
            {.label = tr("Revision"), .value = models::shortRevision(tag.revision), .toolTip = tag.revision, .mono = true}};
        content.sections = {facts};
        content.verbs = {{.id = QStringLiteral("copyReference"), .label = tr("Copy reference"), .icon = QStringLiteral("edit-copy")},
            {.id = QStringLiteral("planDelete"),
                .label = tr("Delete this version…"),
                .icon = QStringLiteral("edit-delete"),
                .shortcut = tr("Del"),
                .rank = ActionRank::Danger}};
    }
    m_window.setInspector(content);
}

QList<ActionValue> DeskWindow::menu() const
{
    return {{.id = QStringLiteral("openFolder"),
                .label = tr("Open a folder…"),
                .icon = QStringLiteral("document-open-folder"),
                .shortcut = QStringLiteral("Ctrl O")},
        {.id = QStringLiteral("import"), .label = tr("Import…"), .icon = QStringLiteral("document-import")},
        {.id = QStringLiteral("practice"), .label = tr("Start a practice registry"), .icon = QStringLiteral("computer")},
        {.id = QStringLiteral("signIn"), .label = tr("Sign in…"), .icon = QStringLiteral("user-identity")}, {},
        {.id = QStringLiteral("lookSystem"), .label = tr("Look: as the system"), .icon = {}},
        {.id = QStringLiteral("lookLight"), .label = tr("Look: light"), .icon = {}},
        {.id = QStringLiteral("lookDark"), .label = tr("Look: dark"), .icon = {}}, {},
        {.id = QStringLiteral("clearFinished"), .label = tr("Clear finished"), .icon = QStringLiteral("edit-clear-history")},
        {.id = QStringLiteral("resetLayout"), .label = tr("Reset layout"), .icon = {}},
        {.id = QStringLiteral("quit"), .label = tr("Quit"), .icon = {}, .shortcut = QStringLiteral("Ctrl Q")}};
}

QList<models::GoToItem> DeskWindow::goToItems() const
{
    QList<models::GoToItem> items;
    for (const desk::RegistryEntry &entry : m_desk.settings().registries) {
        for (const QString &repository : m_packages.value(entry.host)) {
            items.append({.id = QStringLiteral("package:") + entry.host + QLatin1Char('/') + repository,
                .group = tr("Packages"),
                .icon = QStringLiteral("pd-package"),
                .text = repository,
                .note = entry.host});
        }
        items.append({.id = QStringLiteral("registry:") + entry.host,
            .group = tr("Registries"),
            .icon = QStringLiteral("server-database"),
            .text = entry.host});
    }
    for (const desk::LocalImage &image : m_images)
        items.append({.id = QStringLiteral("image:") + image.reference(),
            .group = tr("Local images"),
            .icon = QStringLiteral("drive-harddisk"),
            .text = image.reference(),
            .digest = models::shortDigest(image.digest)});
    for (const desk::FolderEntry &folder : m_desk.settings().folders)
        items.append({.id = QStringLiteral("folder:") + folder.path,
            .group = tr("Folders"),
            .icon = QStringLiteral("folder"),
            .text = QFileInfo(folder.path).fileName(),
            .note = withTilde(folder.path, m_desk.paths().home)});
    for (const ActionValue &action : menu()) {
        if (!action.id.isEmpty())
            items.append({.id = QStringLiteral("do:") + action.id,
                .group = tr("Actions"),
                .icon = action.icon,
                .text = action.label,
                .keys = action.shortcut.split(QLatin1Char(' '), Qt::SkipEmptyParts),
                .action = true});
    }
    return items;
}

} // namespace pd::ui
