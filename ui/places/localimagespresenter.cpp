// SPDX-License-Identifier: GPL-3.0-or-later
#include "localimagespresenter.h"

#include "known.h"
#include "models/imagefacts.h"
#include "panes/localimagespane.h"
#include "askreference.h"
#include "shell/panehost.h"

#include <QFileDialog>

namespace pd::ui {

LocalImagesPresenter::LocalImagesPresenter(Context &context)
    : Presenter(context)
    , m_pane(new LocalImagesPane(context.pool(), context.clock()))
{
    m_pane->setObjectName(QStringLiteral("localImagesPage"));
    window().panes()->setPage(QStringLiteral("local"), m_pane);
    connect(m_pane, &LocalImagesPane::selectionChanged, this, &LocalImagesPresenter::inspect);
    connect(m_pane, &LocalImagesPane::removeRequested, this, [this] { act(QStringLiteral("remove")); });
    connect(m_pane, &LocalImagesPane::triggered, &context, &Context::run);
    connect(&known(), &Known::imagesChanged, this, [this] {
        m_pane->setImages(known().images());
        inspect();
    });
}

bool LocalImagesPresenter::handles(const models::Place &place) const
{
    return place.kind == QLatin1StringView("local") || place.kind == QLatin1StringView("image");
}

void LocalImagesPresenter::open(const models::Place &place)
{
    window().panes()->setTabs({{QStringLiteral("local"), tr("Images")}, {QStringLiteral("try"), tr("Try")}}, QStringLiteral("local"));
    window().setPlace(models::localPlace(), {{models::localPlace(), tr("Local images")}});
    if (!place.subject.isEmpty())
        m_pane->select(place.subject);
    inspect();
}

bool LocalImagesPresenter::act(const QString &id)
{
    const QList<desk::LocalImage> chosen = m_pane->selected();
    if (chosen.isEmpty())
        return false;
    const QString reference = chosen.first().reference();
    if (id == QLatin1StringView("remove")) {
        QStringList references;
        for (const desk::LocalImage &image : chosen)
            references.append(image.reference());
        desk().remove({references});
    } else if (chosen.size() > 1) {
        return false;
    } else if (id == QLatin1StringView("push")) {
        askReference(context(), tr("Push %1 to").arg(reference), tr("Push"), reference,
            [this, reference](const QString &target) { desk().push({reference, target, {}}); });
    } else if (id == QLatin1StringView("tag")) {
        askReference(context(), tr("Tag %1 as").arg(reference), tr("Tag"), reference, [this, reference](const QString &target) {
            desk().tag({reference, target});
            m_pane->select(target);
        });
    } else if (id == QLatin1StringView("save")) {
        save(reference);
    } else if (id == QLatin1StringView("copyReference")) {
        context().copy(reference);
    } else {
        return false;
    }
    return true;
}

QString LocalImagesPresenter::tryable() const
{
    const QList<desk::LocalImage> chosen = m_pane->selected();
    return chosen.size() == 1 ? chosen.first().reference() : QString();
}

void LocalImagesPresenter::inspect()
{
    if (isCurrent())
        window().setInspector(models::inspectImages(m_pane->selected(), context().clock().now()));
}

void LocalImagesPresenter::save(const QString &reference)
{
    const QString path = QFileDialog::getSaveFileName(&window(), tr("Save the bundle"),
        desk().paths().home + QLatin1Char('/') + models::bundleFileName(reference), tr("Bundles (*.tar.gz)"), nullptr,
        QFileDialog::DontUseNativeDialog);
    if (!path.isEmpty())
        desk().save({reference, path});
}

} // namespace pd::ui
