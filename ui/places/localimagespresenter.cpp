// SPDX-License-Identifier: GPL-3.0-or-later
#include "localimagespresenter.h"

#include "known.h"
#include "models/imagefacts.h"
#include "panes/localimagespane.h"
#include "imagedialogs.h"
#include "shell/panehost.h"

#include <QFileDialog>

#include <array>

namespace pd::ui {

namespace {

models::LocalImageRow::Compared comparedAfter(const Error &error)
{
    using Compared = models::LocalImageRow::Compared;
    switch (error.kind) {
    case ErrorKind::NotFound: return Compared::OnlyHere;
    case ErrorKind::Unauthenticated:
    case ErrorKind::Denied:
    case ErrorKind::Keychain: return Compared::NoAccount;
    case ErrorKind::Network:
    case ErrorKind::Timeout: return Compared::OutOfReach;
    default: return Compared::Failed;
    }
}

} // namespace

LocalImagesPresenter::LocalImagesPresenter(Context &context)
    : Presenter(context)
    , m_pane(new LocalImagesPane(context.pool(), context.clock()))
{
    m_pane->setObjectName(QStringLiteral("localImagesPage"));
    window().panes()->setPage(QStringLiteral("local"), m_pane);
    connect(m_pane, &LocalImagesPane::selectionChanged, this, &LocalImagesPresenter::inspect);
    connect(m_pane, &LocalImagesPane::removeRequested, this, [this] { act(QStringLiteral("remove")); });
    connect(m_pane, &LocalImagesPane::triggered, &context, &Context::run);
    connect(m_pane, &LocalImagesPane::sightChanged, this, [this](const QStringList &inSight) {
        m_inSight = inSight;
        compare();
    });
    connect(&desk(), &desk::Desk::settingsChanged, this, [this] {
        m_foreign.clear();
        compare();
    });
    connect(&known(), &Known::imagesChanged, this, [this] {
        m_pane->setImages(known().images());
        inspect();
    });
    if (known().imagesRead())
        m_pane->setImages(known().images());
    // What a registry has has changed: its images are compared anew as they come into sight.
    connect(&desk(), &desk::Desk::remoteChanged, this, [this](const QString &host, const QString &repository) {
        m_compared.removeIf([name = QString(host + QLatin1Char('/') + repository + QLatin1Char(':'))](
                                const std::pair<const QString &, QString &> &entry) { return entry.first.startsWith(name); });
    });
}

LocalImagesPresenter::~LocalImagesPresenter()
{
    m_comparing.request_stop();
}

bool LocalImagesPresenter::handles(const models::Place &place)
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
        askPush(context(), chosen.first());
    } else if (id == QLatin1StringView("tag")) {
        askTag(context(), chosen.first(), [this](const QString &target) { m_pane->select(target); });
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

void LocalImagesPresenter::compare()
{
    if (!isCurrent())
        return;
    m_comparing.request_stop();
    m_comparing = {};
    const QStringList hosts = context().hosts();
    constexpr size_t Lanes = 4;
    std::array<QList<desk::LocalImage>, Lanes> lanes;
    size_t next = 0;
    for (const desk::LocalImage &image : known().images()) {
        if (!m_inSight.contains(image.reference()) || m_compared.value(image.reference()) == image.digest)
            continue;
        // Only registries that the user named are asked; of the others it is said that they are not.
        const QString host = image.repository.section(QLatin1Char('/'), 0, 0);
        if (!hosts.contains(host)) {
            if (!image.repository.isEmpty() && !m_foreign.contains(image.reference()))
                m_pane->setCompared(image.reference(), models::LocalImageRow::Compared::Foreign);
            m_foreign.insert(image.reference());
            continue;
        }
        lanes[next++ % Lanes].append(image);
    }
    for (const QList<desk::LocalImage> &lane : lanes) {
        if (!lane.isEmpty())
            follow(this, lane, m_comparing.get_token());
    }
}

Task<void> LocalImagesPresenter::follow(QPointer<LocalImagesPresenter> self, QList<desk::LocalImage> images, std::stop_token stop)
{
    for (const desk::LocalImage &image : std::as_const(images)) {
        const QString host = image.repository.section(QLatin1Char('/'), 0, 0);
        const auto there = co_await self->desk().tagDetails(host, image.repository.sliced(host.size() + 1), image.tag, stop);
        if (!self || stop.stop_requested())
            co_return;
        self->m_compared.insert(image.reference(), image.digest);
        if (there)
            self->m_pane->setCompared(image.reference(), models::compare(image, *there));
        else
            self->m_pane->setCompared(image.reference(), comparedAfter(there.error()));
        // What says nothing about the image is asked again next time.
        if (!there && there.error().kind != ErrorKind::NotFound)
            self->m_compared.remove(image.reference());
    }
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
