// SPDX-License-Identifier: GPL-3.0-or-later
#include "imagedialogs.h"

#include "dialogs/importdialog.h"
#include "dialogs/pushdialog.h"
#include "dialogs/tagdialog.h"
#include "known.h"
#include "models/navigationfacts.h"

namespace pd::ui {

namespace {

ReadReference reader(Context &context)
{
    return [&desk = context.desk()](const QString &typed) { return desk.readReference(typed); };
}

QHash<QString, QString> existing(const Context &context)
{
    QHash<QString, QString> digests;
    for (const desk::LocalImage &image : context.known().images())
        digests.insert(image.reference(), image.digest);
    return digests;
}

QList<PushDialog::Registry> registries(const Context &context)
{
    QList<PushDialog::Registry> offered;
    for (const desk::RegistryEntry &entry : context.desk().settings().registries) {
        const bool practice = context.known().isPractice(entry.host);
        offered.append({entry.host, practice ? PushDialog::tr("Practice registry") : QString(),
            practice ? QStringLiteral("computer") : QStringLiteral("server-database")});
    }
    return offered;
}

Task<void> planPush(QPointer<PushDialog> dialog, desk::Desk &desk, desk::PublishRequest request, std::stop_token stop)
{
    const auto plan = co_await desk.planPublish(request, stop);
    if (!dialog || stop.stop_requested())
        co_return;
    if (plan)
        dialog->setPlan(*plan);
    else
        dialog->setPlanProblem(request.destination, plan.error());
}

} // namespace

void askTag(Context &context, const desk::LocalImage &image, const std::function<void(const QString &reference)> &done)
{
    auto *dialog = new TagDialog({image, existing(context)}, reader(context), &context.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &TagDialog::tagRequested, &context, [&context, done](const desk::TagRequest &request) {
        context.desk().tag(request);
        done(request.target);
    });
    dialog->open();
}

void askPush(Context &context, const desk::LocalImage &image)
{
    auto *dialog = new PushDialog({image, {}, registries(context)}, reader(context), &context.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto planning = std::make_shared<std::stop_source>();
    QObject::connect(dialog, &QObject::destroyed, &context, [planning] { planning->request_stop(); });
    QObject::connect(dialog, &PushDialog::planWanted, &context,
        [&context, planning, dialog = QPointer(dialog)](const QString &destination, const QStringList &tags) {
            planning->request_stop();
            *planning = {};
            desk::PublishRequest request;
            request.destination = destination;
            request.tags = tags;
            planPush(dialog, context.desk(), request, planning->get_token());
        });
    QObject::connect(
        dialog, &PushDialog::pushRequested, &context, [&context](const desk::PushRequest &request) { context.desk().push(request); });
    dialog->open();
}

void askImport(Context &context, const QString &path)
{
    auto *dialog = new ImportDialog(path, existing(context), reader(context), &context.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &ImportDialog::importRequested, &context, [&context](const desk::ImportRequest &request) {
        context.desk().import(request);
        context.go(models::imagePlace(request.reference));
    });
    dialog->open();
}

} // namespace pd::ui
