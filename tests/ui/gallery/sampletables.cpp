// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "models/cells.h"
#include "models/rows.h"

#include <QStandardItemModel>

namespace pd::gallery {

using models::RowKind;
using models::Tone;
using namespace Qt::StringLiterals;

namespace {

/// An item that answers as a model's cell would.
QStandardItem *item(const models::Cell &cell)
{
    auto *made = new QStandardItem;
    for (const int role : {static_cast<int>(Qt::DisplayRole), static_cast<int>(Qt::TextAlignmentRole), static_cast<int>(models::KindRole),
             static_cast<int>(models::ToneRole), static_cast<int>(models::NoteRole), static_cast<int>(models::BadgesRole),
             static_cast<int>(models::IconRole), static_cast<int>(models::IconToneRole), static_cast<int>(models::StaleRole),
             static_cast<int>(models::UnreadRole), static_cast<int>(models::StateRole)})
        made->setData(cell.answer(role), role);
    made->setEditable(false);
    return made;
}

QStandardItem *mono(const QString &text, bool stale = false)
{
    return text.isEmpty() ? item(models::notReadCell()) : item({.kind = RowKind::Mono, .tone = Tone::Quiet, .text = text, .stale = stale});
}

QStandardItem *quiet(const QString &text, bool stale = false)
{
    return text.isEmpty() ? item(models::notReadCell()) : item({.tone = Tone::Quiet, .text = text, .stale = stale});
}

QStandardItem *number(const QString &text, bool stale = false)
{
    return text.isEmpty() ? item(models::notReadCell(true)) : item({.tone = Tone::Quiet, .text = text, .right = true, .stale = stale});
}

QStandardItem *check(const QString &icon, Tone tone, const QString &words, Tone text = Tone::Plain, bool stale = false)
{
    return item({.kind = RowKind::Check, .tone = text, .text = words, .icon = icon, .iconTone = tone, .stale = stale});
}

QStandardItem *checks(const QString &words, bool stale)
{
    if (words.isEmpty())
        return item(models::notReadCell());
    if (words == "Not signed"_L1)
        return check(u"warning"_s, Tone::Warn, words, Tone::Plain, stale);
    if (words == "Does not load"_L1)
        return check(u"window-close"_s, Tone::Err, words, Tone::Plain, stale);
    return check(u"checkmark"_s, Tone::Ok, words, Tone::Plain, stale);
}

void header(QStandardItemModel *model, const QStringList &titles, int right)
{
    model->setHorizontalHeaderLabels(titles);
    for (int i = 0; i < titles.size(); ++i)
        model->setHeaderData(i, Qt::Horizontal,
            QVariant::fromValue(Qt::Alignment(i == right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter), Qt::TextAlignmentRole);
}

} // namespace

QAbstractItemModel *tags(QObject *parent, bool stale)
{
    auto *model = new QStandardItemModel(parent);
    struct Row {
        const char *tag, *same, *digest, *when, *revision, *size, *words;
    };
    static constexpr Row rows[] = {
        {"latest", "same as 2.1.0", "4f2c9a18d0b3", "2 h ago", "2f31c0a", "17.6 KiB", "3 passed"},
        {"2.1.0", "", "4f2c9a18d0b3", "2 h ago", "2f31c0a", "17.6 KiB", "3 passed"},
        {"2.1", "same as 2.1.0", "4f2c9a18d0b3", "2 h ago", "2f31c0a", "17.6 KiB", "3 passed"},
        {"2", "same as 2.1.0", "4f2c9a18d0b3", "2 h ago", "2f31c0a", "17.6 KiB", "3 passed"},
        {"2.0.3", "", "91bb07c2ee41", "3 d ago", "a90d417", "17.5 KiB", "3 passed"},
        {"2.0", "same as 2.0.3", "91bb07c2ee41", "3 d ago", "a90d417", "17.5 KiB", "3 passed"},
        {"2.0.2", "", "c07e5512a9f4", "9 d ago", "5be21f8", "17.5 KiB", "Not signed"},
        {"2.0.1", "", "e41a90b7736d", "12 d ago", "77c0d3e", "17.4 KiB", "3 passed"},
        {"2.0.0", "", "0d93be5f1c28", "3 wk ago", "19f4ab2", "17.1 KiB", "3 passed"},
        {"2.0.0-rc.2", "", "b85c1e07f39a", "3 wk ago", "c3308dd", "17.1 KiB", "Does not load"},
        {"2.0.0-rc.1", "", "68fa20d4917e", "4 wk ago", "0e7716b", "16.9 KiB", "3 passed"},
        {"1.9.4", "", "3ac4d81f06b5", "5 wk ago", "d41c9e0", "14.2 KiB", "3 passed"},
        {"1.9", "same as 1.9.4", "3ac4d81f06b5", "5 wk ago", "d41c9e0", "14.2 KiB", "3 passed"},
        {"1", "same as 1.9.4", "3ac4d81f06b5", "5 wk ago", "d41c9e0", "14.2 KiB", "3 passed"},
        {"1.9.3", "", "f2076eb9c81d", "7 wk ago", "", "", ""},
        {"1.9.2", "", "97d1503e4ac8", "2 mo ago", "", "", ""},
        {"1.9.1", "", "5e8b62f70d14", "2 mo ago", "", "", ""},
        {"1.9.0", "", "c1409fd7e35b", "2 mo ago", "", "", ""},
        {"1.8.6", "", "2b7f8a9360ec", "3 mo ago", "", "", ""},
        {"1.8.5", "", "d6e0147bc592", "3 mo ago", "", "", ""},
        {"1.8.4", "", "80a5f3d91e7c", "4 mo ago", "", "", ""},
        {"1.8.3", "", "4c92e7b0fd16", "4 mo ago", "", "", ""},
        {"1.8.2", "", "ea613d58290f", "5 mo ago", "", "", ""},
        {"1.8.1", "", "5c20e9b41f6d", "5 mo ago", "", "", ""},
        {"1.8.0", "", "a81f0c37de92", "5 mo ago", "", "", ""},
        {"1.7.9", "", "02ee8d71c5b9", "6 mo ago", "", "", ""},
        {"1.7.8", "", "6fb1a4390de7", "6 mo ago", "", "", ""},
        {"1.7.7", "", "d30c72e98b51", "8 mo ago", "", "", ""},
        {"1.7.6", "", "c46b93e01a7f", "8 mo ago", "", "", ""},
        {"1.7.5", "", "17d5fc82b0e3", "9 mo ago", "", "", ""},
        {"1.7.4", "", "e9734ab6058c", "9 mo ago", "", "", ""},
    };
    for (const Row &row : rows) {
        const bool same = *row.same;
        const bool fresh = QLatin1StringView(row.tag) == "2.1.0"_L1 && !stale;
        models::Cell name{.kind = same ? RowKind::Text : RowKind::Strong,
            .text = QString::fromLatin1(row.tag),
            .note = QString::fromLatin1(row.same),
            .stale = stale};
        if (fresh)
            name.badges = {{u"new"_s, {}, models::BadgeTone::Neutral}};
        QStandardItem *first = item(name);
        first->setData(QString::fromLatin1(row.tag), models::IdRole);
        model->appendRow({first, mono(QString::fromLatin1(row.digest), stale), quiet(QString::fromLatin1(row.when), stale),
            mono(QString::fromLatin1(row.revision), stale), number(QString::fromLatin1(row.size), stale),
            checks(QString::fromLatin1(row.words), stale)});
    }
    header(model, {u"Tag"_s, u"Digest"_s, u"Published"_s, u"Revision"_s, u"Size"_s, u"Checks"_s}, 4);
    return model;
}

QAbstractItemModel *packages(QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    struct Row {
        const char *name, *seen, *newest, *versions, *updated, *source;
    };
    static constexpr Row rows[] = {
        {"policy-rebac", "Public", "2.1.0", "348", "2 h ago", "acme/policies"},
        {"kube-admission", "Private", "0.9.0", "112", "5 h ago", "acme/platform"},
        {"policy-abac", "Private", "1.4.2", "87", "1 d ago", "acme/policies"},
        {"terraform-guard", "Private", "3.2.1", "204", "2 d ago", "acme/infra"},
        {"envoy-authz", "Internal", "1.1.0", "41", "3 d ago", "acme/mesh"},
        {"rbac-base", "Public", "1.0.6", "63", "6 d ago", "acme/policies"},
        {"pii-masking", "Private", "0.4.0", "29", "8 d ago", "acme/data"},
        {"ci-gates", "Private", "2.0.0", "76", "9 d ago", "acme/platform"},
        {"s3-access", "Private", "1.3.3", "58", "12 d ago", "acme/infra"},
        {"opa-examples", "Public", "0.3.1", "18", "2 wk ago", "acme/opa-examples"},
        {"payments-limits", "Private", "4.0.2", "141", "2 wk ago", "acme/payments"},
        {"vault-paths", "Private", "", "37", "3 wk ago", "acme/infra"},
        {"network-egress", "Private", "", "92", "3 wk ago", "acme/platform"},
        {"feature-gates", "Private", "", "66", "4 wk ago", "acme/web"},
        {"tenant-isolation", "Internal", "", "24", "5 wk ago", "acme/platform"},
        {"sso-claims", "Private", "", "53", "6 wk ago", "acme/identity"},
        {"image-signing", "Private", "", "19", "7 wk ago", "acme/platform"},
        {"license-rules", "Public", "", "31", "2 mo ago", "acme/open-source"},
        {"hr-scopes", "Private", "", "12", "2 mo ago", "acme/people"},
        {"kafka-acl", "Private", "", "48", "2 mo ago", "acme/streams"},
        {"billing-roles", "Private", "", "33", "3 mo ago", "acme/payments"},
        {"graphql-depth", "Private", "", "9", "3 mo ago", "acme/web"},
        {"audit-retention", "Private", "", "15", "4 mo ago", "acme/data"},
        {"legacy-acl", "Private", "", "210", "11 mo ago", ""},
        {"old-demo", "Private", "", "4", "2 y ago", ""},
        {"edge-base", "Public", "", "6", "2 y ago", ""},
    };
    for (const Row &row : rows) {
        const QString seen = QString::fromLatin1(row.seen);
        const bool open = seen == "Public"_L1;
        const bool inside = seen == "Internal"_L1;
        QStandardItem *first = item({.kind = RowKind::Strong, .text = QString::fromLatin1(row.name), .icon = u"package"_s});
        first->setData(QString::fromLatin1(row.name), models::IdRole);
        using models::BadgeTone;
        QStandardItem *badge = item({.kind = RowKind::Badge,
            .badges = {{seen,
                open         ? u"pd-globe"_s
                    : inside ? u"view-institution"_s
                             : u"pd-lock"_s,
                open         ? BadgeTone::Ok
                    : inside ? BadgeTone::Neutral
                             : BadgeTone::Bare}}});
        model->appendRow({first, badge, quiet(QString::fromLatin1(row.newest)), number(QString::fromLatin1(row.versions)),
            quiet(QString::fromLatin1(row.updated)), quiet(QString::fromLatin1(row.source))});
    }
    header(model, {u"Package"_s, u"Visibility"_s, u"Newest tag"_s, u"Versions"_s, u"Updated"_s, u"Source repository"_s}, 3);
    return model;
}

QAbstractItemModel *images(QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    const auto group = [model](const QString &name, const QString &words) {
        QStandardItem *head = item({.kind = RowKind::Group, .text = name, .note = words});
        head->setFlags(Qt::ItemIsEnabled);
        model->appendRow({head, new QStandardItem, new QStandardItem, new QStandardItem, new QStandardItem});
        return head;
    };
    const auto add = [](QStandardItem *head, const QString &tag, const QString &digest, const QString &built, const QString &size,
                         QStandardItem *compared) {
        QStandardItem *first = item({.kind = RowKind::Strong, .text = tag});
        first->setData(QString(head->text() + u':' + tag), models::IdRole);
        head->appendRow({first, mono(digest), quiet(built), number(size), compared});
    };
    const auto same = [] { return check(u"checkmark"_s, Tone::Ok, u"Same as the registry"_s, Tone::Quiet); };
    const auto here = [] { return check(u"computer"_s, Tone::Quiet, u"Only on this computer"_s); };
    QStandardItem *rebac = group(u"ghcr.io/acme/policy-rebac"_s, u"4 images, 67.1 KiB"_s);
    add(rebac, u"2.1.1-dev"_s, u"9e04bd7713fa"_s, u"4 min ago"_s, u"17.9 KiB"_s, here());
    add(rebac, u"2.1.0"_s, u"4f2c9a18d0b3"_s, u"2 h ago"_s, u"17.6 KiB"_s, same());
    add(rebac, u"2.0.3"_s, u"91bb07c2ee41"_s, u"3 d ago"_s, u"17.5 KiB"_s, same());
    add(rebac, u"1.9.4"_s, u"3ac4d81f06b5"_s, u"5 wk ago"_s, u"14.2 KiB"_s, same());
    QStandardItem *kube = group(u"ghcr.io/acme/kube-admission"_s, u"3 images, 3.7 MiB"_s);
    add(kube, u"0.9.0"_s, u"b07cf34e128d"_s, u"5 h ago"_s, u"1.9 MiB"_s, check(u"cloud-upload"_s, Tone::Quiet, u"Being published, 64 %"_s));
    add(kube, u"0.8.2"_s, u"51fe9a0c77d6"_s, u"2 wk ago"_s, u"1.8 MiB"_s, same());
    add(kube, u"latest"_s, u"51fe9a0c77d6"_s, u"2 wk ago"_s, u"1.8 MiB"_s,
        check(u"cloud-download"_s, Tone::Warn, u"Newer on the registry"_s));
    QStandardItem *demo = group(u"localhost:5000/demo"_s, u"2 images, 6.2 KiB"_s);
    add(demo, u"0.0.2"_s, u"d2c81b60a9e5"_s, u"1 d ago"_s, u"3.1 KiB"_s, same());
    add(demo, u"0.0.1"_s, u"08f3c7d19b42"_s, u"1 d ago"_s, u"3.1 KiB"_s, same());
    QStandardItem *none = group(u"Without a repository"_s, u"2 images, 9.6 KiB"_s);
    add(none, u"scratch"_s, u"6a5d00e38c1b"_s, u"3 d ago"_s, u"5.2 KiB"_s, here());
    add(none, u"hello"_s, u"f91e7b2d4c60"_s, u"2 mo ago"_s, u"4.4 KiB"_s, here());
    header(model, {u"Tag"_s, u"Image"_s, u"Built"_s, u"Size"_s, u"Compared with the registry"_s}, 3);
    return model;
}

} // namespace pd::gallery
