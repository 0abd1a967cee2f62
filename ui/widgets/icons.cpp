// SPDX-License-Identifier: GPL-3.0-or-later
#include "icons.h"

#include "iconengine.h"
#include "theme.h"

#include <QFile>
#include <QHash>
#include <QPainter>
#include <QPixmapCache>
#include <QSet>
#include <QStandardPaths>
#include <QSvgRenderer>

#include <cmath>

namespace pd::ui {

namespace {

/// Breeze draws some icons per size: the finer drawing is taken where there is room for it.
QString findFile(const QString &name, int drawing)
{
    // Own drawings go before those of the theme: it has some of these names, filled where ours are lines.
    const QString own = QStringLiteral(":/icons/pd-%1.svg").arg(name.startsWith(QLatin1StringView("pd-")) ? name.mid(3) : name);
    if (QFile::exists(own))
        return own;
    static constexpr const char *groups[] = {"actions", "places", "devices", "apps", "status"};
    for (const char *group : groups) {
        const QString file = QStandardPaths::locate(QStandardPaths::GenericDataLocation,
            QStringLiteral("icons/breeze/%1/%2/%3.svg").arg(QLatin1StringView(group)).arg(drawing).arg(name));
        if (!file.isEmpty())
            return file;
    }
    return {};
}

QString fileFor(const QString &name, int side)
{
    static QHash<QString, QString> known;
    const int drawing = side >= 22 ? 22 : 16;
    const QString key = name + QChar(drawing);
    const auto found = known.constFind(key);
    if (found != known.constEnd())
        return *found;
    QString file = findFile(name, drawing);
    if (file.isEmpty() && drawing != 16)
        file = findFile(name, 16);
    known.insert(key, file);
    return file;
}

bool turns(const QString &name)
{
    static const QSet<QString> turned = {QStringLiteral("go-previous"), QStringLiteral("go-next"), QStringLiteral("arrow-right"),
        QStringLiteral("go-jump"), QStringLiteral("sidebar-collapse"), QStringLiteral("sidebar-expand"),
        QStringLiteral("sidebar-expand-right"), QStringLiteral("sidebar-collapse-right"), QStringLiteral("edit-undo"),
        QStringLiteral("open-link"), QStringLiteral("pd-tag"), QStringLiteral("tag"), QStringLiteral("pd-play"), QStringLiteral("play")};
    return turned.contains(name);
}

QImage render(const QString &file, const QSize &pixels, const QColor &color)
{
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(file);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), color);
    return image;
}

} // namespace

QPixmap iconPixmap(const QString &name, const QSize &size, qreal ratio, const QColor &color, bool mirrored)
{
    const QSize pixels(qCeil(size.width() * ratio), qCeil(size.height() * ratio));
    const QString file = fileFor(name, size.width());
    if (file.isEmpty() || pixels.isEmpty())
        return {};
    const QString key
        = QStringLiteral("pd:%1:%2:%3:%4:%5").arg(file).arg(pixels.width()).arg(pixels.height()).arg(color.rgba()).arg(mirrored);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        QImage image = render(file, pixels, color);
        if (mirrored)
            image = image.mirrored(true, false);
        pixmap = QPixmap::fromImage(image);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const QColor tint = color(mode == QIcon::Disabled ? Role::Text3 : m_role);
    paintIcon(painter, rect, m_name, tint, QGuiApplication::layoutDirection());
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    const QColor tint = color(mode == QIcon::Disabled ? Role::Text3 : m_role);
    const QSize logical = (QSizeF(size) / scale).toSize();
    return iconPixmap(m_name, logical, scale, tint, turns(m_name) && QGuiApplication::isRightToLeft());
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QIcon icon(const QString &name, Role role)
{
    return name.isEmpty() ? QIcon() : QIcon(new IconEngine(name, role));
}

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/policydesk.svg"));
}

void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &tint, Qt::LayoutDirection direction)
{
    const int side = std::min(rect.width(), rect.height());
    const QRect square(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1;
    const QPixmap pixmap = iconPixmap(name, square.size(), ratio, tint, turns(name) && direction == Qt::RightToLeft);
    if (!pixmap.isNull())
        painter->drawPixmap(square.topLeft(), pixmap);
}

bool hasIcon(const QString &name)
{
    const QString file = fileFor(name, 16);
    return !file.isEmpty() && QFile::exists(file);
}

Role toneRole(models::Tone tone)
{
    switch (tone) {
    case models::Tone::Plain: return Role::Text;
    case models::Tone::Quiet: return Role::Text2;
    case models::Tone::Faint: return Role::Text3;
    case models::Tone::Ok: return Role::Ok;
    case models::Tone::Warn: return Role::Warn;
    case models::Tone::Err: return Role::Err;
    case models::Tone::Accent: return Role::AccentLine;
    case models::Tone::Key: return Role::JsonKey;
    case models::Tone::Text: return Role::JsonString;
    case models::Tone::Number: return Role::JsonNumber;
    }
    Q_UNREACHABLE_RETURN(Role::Text);
}

QString checkIcon(models::CheckState state)
{
    switch (state) {
    case models::CheckState::Passed: return QStringLiteral("checkmark");
    case models::CheckState::Failed: return QStringLiteral("window-close");
    case models::CheckState::Warned: return QStringLiteral("pd-warning");
    case models::CheckState::NotChecked: return QStringLiteral("pd-circle");
    }
    Q_UNREACHABLE_RETURN({});
}

Role checkRole(models::CheckState state)
{
    switch (state) {
    case models::CheckState::Passed: return Role::Ok;
    case models::CheckState::Failed: return Role::Err;
    case models::CheckState::Warned: return Role::Warn;
    case models::CheckState::NotChecked: return Role::Text3;
    }
    Q_UNREACHABLE_RETURN(Role::Text3);
}

} // namespace pd::ui
