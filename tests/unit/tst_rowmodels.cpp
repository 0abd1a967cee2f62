// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/localimagesmodel.h"
#include "models/packagesmodel.h"
#include "models/tagsmodel.h"
#include "support/modeltext.h"
#include "support/runner.h"
#include "support/virtualclock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace pd;
using namespace pd::models;
using namespace Qt::StringLiterals;
using pd::test::modelText;

namespace {

constexpr auto Failing = QAbstractItemModelTester::FailureReportingMode::QtTest;

QString digestOf(const QString &start)
{
    return u"sha256:"_s + start.leftJustified(64, u'0');
}

/// "repository:tag digest size hours"
desk::LocalImage image(const QString &line, const QDateTime &now)
{
    const QStringList words = line.split(u' ');
    desk::LocalImage made;
    const qsizetype colon = words[0].lastIndexOf(u':');
    made.repository = words[0].first(colon);
    made.tag = words[0].sliced(colon + 1);
    made.digest = digestOf(words[1]);
    made.size = words[2].toLongLong();
    made.built = now.addSecs(-3600 * words[3].toLongLong());
    return made;
}

desk::RemoteTag unread(const QString &tag)
{
    desk::RemoteTag made;
    made.tag = tag;
    return made;
}

desk::RemoteTag readTag(const QString &tag, const QString &digest, const QDateTime &published, qint64 size)
{
    desk::RemoteTag made = unread(tag);
    made.digest = digestOf(digest);
    made.published = published;
    made.size = size;
    made.read = true;
    return made;
}

} // namespace

class RowModelsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void localImagesAreGrouped();
    void localImagesFiltered();
    void localImagesCompared();
    void packages();
    void packageExports();
    void packagesFillInSight();
    void tagOrder();
    void tagsFillInPlace();
    void tagsSameAs();
    void tagsKeepStaleDetails();
    void tagsDigestMovedIsNotKept();
    void fillDuringRefreshSurvives();
    void hostileTextsStayText();
    void unreadIsNoText();

private:
    void settle(const SnapshotModel &model) { QTRY_VERIFY(!model.isArranging()); }
    void setLocal(LocalImagesModel &model);

    WorkerPool m_pool;
    test::VirtualClock m_clock;
};

void RowModelsTest::setLocal(LocalImagesModel &model)
{
    const QDateTime now = m_clock.now();
    QList<desk::LocalImage> images;
    for (const QString &line : {u"ghcr.io/acme/rbac:2.0.3 91bb 17920 72"_s, u"ghcr.io/acme/rbac:2.1.0 4f2c 18022 2"_s,
             u"ghcr.io/acme/rbac:latest 4f2c 18022 2"_s, u":scratch 6a5d 5325 80"_s, u"ghcr.io/acme/abac:0.9.0 b07c 1048576 5"_s})
        images.append(image(line, now));
    model.setImages(images);
    settle(model);
}

void RowModelsTest::localImagesAreGrouped()
{
    LocalImagesModel model(m_pool, m_clock);
    QAbstractItemModelTester tester(&model, Failing);
    setLocal(model);
    QCOMPARE(modelText(model, {0, 1, 2, 3}),
        u"ghcr.io/acme/abac |  |  | \n"
        "  0.9.0 | b07c00000000 | 5 h ago | 1.0 MiB\n"
        "ghcr.io/acme/rbac |  |  | \n"
        "  2.0.3 | 91bb00000000 | 3 d ago | 17.5 KiB\n"
        "  2.1.0 | 4f2c00000000 | 2 h ago | 17.6 KiB\n"
        "  latest | 4f2c00000000 | 2 h ago | 17.6 KiB\n"
        "Without a repository |  |  | \n"
        "  scratch | 6a5d00000000 | 3 d ago | 5.2 KiB\n"_s);
    const QModelIndex rbac = model.index(1, 0);
    QCOMPARE(rbac.data(KindRole).toInt(), static_cast<int>(RowKind::Group));
    // The bytes of one digest count once.
    QCOMPARE(rbac.data(NoteRole).toString(), u"3 images, 35.1 KiB"_s);
    QCOMPARE(model.totalWeight(), 17920 + 18022 + 5325 + 1048576);
    QVERIFY(!model.startsCollapsed());

    model.sort(LocalImagesModel::Built, Qt::DescendingOrder);
    settle(model);
    QCOMPARE(modelText(model),
        u"ghcr.io/acme/rbac\n  2.1.0\n  latest\n  2.0.3\n"
        "ghcr.io/acme/abac\n  0.9.0\nWithout a repository\n  scratch\n"_s);
    model.sort(LocalImagesModel::Tag, Qt::DescendingOrder);
    settle(model);
    QCOMPARE(modelText(model),
        u"ghcr.io/acme/rbac\n  latest\n  2.1.0\n  2.0.3\n"
        "ghcr.io/acme/abac\n  0.9.0\nWithout a repository\n  scratch\n"_s);
}

void RowModelsTest::localImagesFiltered()
{
    LocalImagesModel model(m_pool, m_clock);
    QAbstractItemModelTester tester(&model, Failing);
    setLocal(model);
    const QPersistentModelIndex group(model.indexOfGroup(u"ghcr.io/acme/rbac"_s));
    const QPersistentModelIndex row(model.indexOf(u"ghcr.io/acme/rbac:2.1.0"_s));
    model.setFilter(u"RBAC:2"_s);
    settle(model);
    QCOMPARE(modelText(model), u"ghcr.io/acme/rbac\n  2.0.3\n  2.1.0\n"_s);
    QCOMPARE(group.row(), 0);
    QCOMPARE(row.parent(), QModelIndex(group));
    QCOMPARE(group.data(NoteRole).toString(), u"2 of 3 match, 35.1 KiB"_s);
    QCOMPARE(model.referencesIn(group), (QStringList{u"ghcr.io/acme/rbac:2.0.3"_s, u"ghcr.io/acme/rbac:2.1.0"_s}));
    model.setFilter(u"4f2c0000"_s); // by digest
    settle(model);
    QCOMPARE(model.shown(), 2);
    QCOMPARE(group.data(NoteRole).toString(), u"2 of 3 match, 17.6 KiB"_s);
}

void RowModelsTest::localImagesCompared()
{
    LocalImagesModel model(m_pool, m_clock);
    QAbstractItemModelTester tester(&model, Failing);
    setLocal(model);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy layouts(&model, &SnapshotModel::arranged);
    const auto compared = [&](const QString &reference) { return model.indexOf(reference).siblingAtColumn(LocalImagesModel::Compared); };
    QVERIFY(compared(u"ghcr.io/acme/rbac:latest"_s).data(UnreadRole).toBool());
    QCOMPARE(compared(u":scratch"_s).data().toString(), u"Only on this computer"_s);

    model.setCompared(u"ghcr.io/acme/rbac:latest"_s, LocalImageRow::Compared::Newer);
    model.setCompared(u"ghcr.io/acme/abac:0.9.0"_s, LocalImageRow::Compared::Publishing, 645);
    model.setCompared(u"gone:1"_s, LocalImageRow::Compared::Same);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(layouts.size(), 0);
    QCOMPARE(compared(u"ghcr.io/acme/rbac:latest"_s).data().toString(), u"Newer on the registry"_s);
    QCOMPARE(compared(u"ghcr.io/acme/abac:0.9.0"_s).data().toString(), u"Being published, 64 %"_s);

    model.recount();
    settle(model);
    QCOMPARE(model.categoryCount(LocalImagesModel::NewerOnRegistry), 1);
    QCOMPARE(model.categoryCount(LocalImagesModel::OnlyHere), 1);
    model.setCategories(LocalImagesModel::NewerOnRegistry);
    settle(model);
    QCOMPARE(modelText(model), u"ghcr.io/acme/rbac\n  latest\n"_s);

    // The store is read again: what was compared stays.
    setLocal(model);
    QCOMPARE(modelText(model), u"ghcr.io/acme/rbac\n  latest\n"_s);
}

void RowModelsTest::packages()
{
    using V = desk::RemotePackage::Visibility;
    PackagesModel model(m_pool, m_clock);
    QAbstractItemModelTester tester(&model, Failing);
    const QDateTime now = m_clock.now();
    model.setPackages({{u"ghcr.io"_s, u"acme/rbac"_s, V::Public, u"2.1.0"_s, 348, now.addSecs(-7200), u"acme/policies"_s, {}},
        {u"ghcr.io"_s, u"acme/abac"_s, V::Private, {}, 87, now.addDays(-1), {}, {}},
        {u"ghcr.io"_s, u"acme/authz"_s, V::Internal, u"1.1.0"_s, -1, {}, u"acme/mesh"_s, {}}});
    settle(model);
    QCOMPARE(modelText(model, {0, 2, 3, 4, 5}),
        u"rbac | 2.1.0 | 348 | 2 h ago | acme/policies\n"
        "abac |  | 87 | 1 d ago | \n"
        "authz | 1.1.0 |  |  | acme/mesh\n"_s);
    const auto badge
        = [&](int row) { return model.index(row, PackagesModel::Visibility).data(BadgesRole).value<QList<BadgeValue>>().value(0); };
    QCOMPARE(badge(0).text, u"Public"_s);
    QCOMPARE(badge(0).tone, BadgeTone::Ok);
    QCOMPARE(badge(1).tone, BadgeTone::Bare);
    QCOMPARE(badge(2).tone, BadgeTone::Neutral);
    QCOMPARE(model.categoryCount(PackagesModel::Public), 1);
    model.setCategories(PackagesModel::Public | PackagesModel::Internal);
    model.sort(PackagesModel::Updated, Qt::DescendingOrder);
    settle(model);
    QCOMPARE(modelText(model), u"rbac\nauthz\n"_s);
    model.sort(PackagesModel::Updated, Qt::AscendingOrder);
    settle(model);
    QCOMPARE(modelText(model), u"rbac\nauthz\n"_s); // a date that nobody knows is last both ways
}

void RowModelsTest::packageExports()
{
    PackagesModel model(m_pool, m_clock);
    desk::RemotePackage package{u"ghcr.io"_s, u"acme/a,b"_s, desk::RemotePackage::Visibility::Public, u"=cmd()"_s, 3,
        QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::UTC), u"a|\"b\"\n# x"_s, {}};
    model.setPackages({package});
    settle(model);
    QCOMPARE(model.asCsv(),
        u"Package,Visibility,Newest tag,Versions,Updated,Source repository\r\n"
        "\"ghcr.io/acme/a,b\",Public,'=cmd(),3,2026-01-02T03:04:05Z,\"a|\"\"b\"\"\n# x\"\r\n"_s);
    QVERIFY2(model.asMarkdown().endsWith(u"| ghcr.io/acme/a,b | Public | =cmd() | 3 | 2026-01-02T03:04:05Z | a\\|\"b\" \\# x |\n"_s),
        qPrintable(model.asMarkdown()));
}

void RowModelsTest::packagesFillInSight()
{
    PackagesModel model(m_pool, m_clock);
    QList<desk::RemotePackage> list;
    for (int i = 0; i < 10; ++i)
        list.append({u"ghcr.io"_s, u"acme/p%1"_s.arg(i), {}, i == 1 ? u"1.0.0"_s : QString(), -1, {}, {}, {}});
    QSignalSpy wanted(&model, &SnapshotModel::detailsWanted);
    model.setVisibleRange(0, 2);
    model.setPackages(list);
    settle(model);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.last()[0].toStringList(), (QStringList{u"ghcr.io/acme/p0"_s, u"ghcr.io/acme/p2"_s}));
    QCOMPARE(model.inSight(), 3);
    QCOMPARE(model.readInSight(), 1);
    list[0].newestTag = u"2.0.0"_s;
    model.fill(list[0]);
    QCOMPARE(model.readInSight(), 2);
    model.setVisibleRange(8, 20);
    QCOMPARE(wanted.last()[0].toStringList(), (QStringList{u"ghcr.io/acme/p8"_s, u"ghcr.io/acme/p9"_s}));
    model.setVisibleRange(-1, -1);
    QVERIFY(wanted.last()[0].toStringList().isEmpty());
    // What was read is not asked for again after a refresh that does not know it.
    list[0].newestTag.clear();
    model.setVisibleRange(0, 0);
    const qsizetype before = wanted.size();
    model.setPackages(list);
    settle(model);
    QCOMPARE(model.index(0, PackagesModel::NewestTag).data().toString(), u"2.0.0"_s);
    QVERIFY(wanted.size() == before || wanted.last()[0].toStringList().isEmpty());
}

void RowModelsTest::tagOrder()
{
    const QList<QString> sorted{u"dev"_s, u"main"_s, u"sha-2f31c0a"_s, u"1"_s, u"1.9"_s, u"1.9.4"_s, u"1.10.0"_s, u"2"_s, u"2.0"_s,
        u"2.0.0-alpha"_s, u"2.0.0-rc.2"_s, u"2.0.0-rc.10"_s, u"2.0.0"_s, u"v2.0.1"_s, u"2.1.0"_s, u"latest"_s};
    QList<QString> shuffled = sorted;
    std::ranges::reverse(shuffled);
    std::swap(shuffled[2], shuffled[9]);
    const Ranks ranks = rankTags(shuffled, {});
    std::ranges::sort(
        shuffled, {}, [&, original = shuffled](const QString &tag) { return ranks[static_cast<size_t>(original.indexOf(tag))]; });
    QCOMPARE(shuffled, sorted);
    // Neither too long a number nor a leading zero makes a version.
    QCOMPARE(rankTags({u"1.0.0"_s, u"99999999999999999999.0.0"_s, u"01.2.3"_s}, {}).front(), 2U);
}

void RowModelsTest::tagsFillInPlace()
{
    TagsModel model(m_pool, m_clock);
    QAbstractItemModelTester tester(&model, Failing);
    const QDateTime now = m_clock.now();
    model.setTags({unread(u"2.0.3"_s), unread(u"2.1.0"_s), unread(u"latest"_s)});
    settle(model);
    QCOMPARE(model.unreadFor(TagsModel::Published), 3);
    QCOMPARE(model.unreadFor(TagsModel::Tag), 0);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy layouts(&model, &SnapshotModel::arranged);
    model.sort(TagsModel::Published, Qt::DescendingOrder);
    settle(model);
    QCOMPARE(layouts.size(), 1);
    model.fill(readTag(u"2.1.0"_s, u"4f2c"_s, now.addSecs(-7200), 18022));
    QCOMPARE(changed.first()[0].toModelIndex().row(), 1);
    QCOMPARE(layouts.size(), 1); // it stays where it stands until somebody sorts
    QCOMPARE(modelText(model, {0, 1, 2, 4}), u"2.0.3 |  |  | \n2.1.0 | 4f2c00000000 | 2 h ago | 17.6 KiB\nlatest |  |  | \n"_s);
    QCOMPARE(model.unreadFor(TagsModel::Published), 2);
    model.sort(TagsModel::Published, Qt::DescendingOrder);
    settle(model);
    QCOMPARE(modelText(model), u"2.1.0\n2.0.3\nlatest\n"_s);
    QCOMPARE(model.rowCalled(u"2.1.0"_s)->tag.size, 18022);
    model.setFilter(u"4f2c"_s); // what was filled in is found
    settle(model);
    QCOMPARE(modelText(model), u"2.1.0\n"_s);
    desk::RemoteTag failed = unread(u"2.1.0"_s);
    failed.problem = u"registry.denied"_s;
    model.fill(failed);
    QCOMPARE(model.index(0, 0).data(NoteRole).toString(), u"details cannot be read"_s);
    model.fill(readTag(u"gone"_s, u"00"_s, now, 1));
    QCOMPARE(model.total(), 3);
}

void RowModelsTest::tagsSameAs()
{
    TagsModel model(m_pool, m_clock);
    const QDateTime now = m_clock.now();
    QList<desk::RemoteTag> tags;
    for (const QString &tag : {u"2"_s, u"2.1"_s, u"latest"_s, u"2.1.0"_s})
        tags.append(readTag(tag, u"4f2c"_s, now, 1));
    tags.append(unread(u"2.0"_s));
    tags.append(readTag(u"2.0.3"_s, u"91bb"_s, now.addDays(-1), 1));
    model.sort(TagsModel::Published, Qt::DescendingOrder);
    model.setTags(tags);
    settle(model);
    QCOMPARE(modelText(model), u"latest\n2.1.0\n2.1\n2\n2.0.3\n2.0\n"_s);
    const auto note = [&](const QString &tag) { return model.indexOf(tag).data(NoteRole).toString(); };
    QCOMPARE(note(u"latest"_s), u"same as 2.1.0"_s);
    QCOMPARE(note(u"2.1.0"_s), QString());
    QCOMPARE(note(u"2.0"_s), QString());
    QCOMPARE(model.versions(), 2);
    model.fill(readTag(u"2.0"_s, u"91bb"_s, now.addDays(-1), 1));
    QCOMPARE(note(u"2.0"_s), u"same as 2.0.3"_s);
    // 2.1.0 turns out to point elsewhere now: nobody says to be the same as it any more.
    model.fill(readTag(u"2.1.0"_s, u"cccc"_s, now, 1));
    QVERIFY(note(u"latest"_s) != u"same as 2.1.0"_s);
    QCOMPARE(model.versions(), 3);
    model.setNew({u"2.1.0"_s});
    QCOMPARE(model.indexOf(u"2.1.0"_s).data(BadgesRole).value<QList<BadgeValue>>().value(0).text, u"new"_s);
}

void RowModelsTest::tagsKeepStaleDetails()
{
    TagsModel model(m_pool, m_clock);
    model.setTags({unread(u"1.0.0"_s)});
    settle(model);
    model.fill(readTag(u"1.0.0"_s, u"aa"_s, m_clock.now(), 1024));
    QSignalSpy wanted(&model, &SnapshotModel::detailsWanted);
    model.setVisibleRange(0, 10);
    QCOMPARE(wanted.size(), 0);
    model.setTags({unread(u"1.0.0"_s), unread(u"1.0.1"_s)});
    settle(model);
    QCOMPARE(modelText(model, {0, 1, 4}), u"1.0.0 | aa0000000000 | 1.0 KiB\n1.0.1 |  | \n"_s);
    QVERIFY(model.index(0, 0).data(StaleRole).toBool());
    QVERIFY(!model.index(1, 0).data(StaleRole).toBool());
    QCOMPARE(wanted.last()[0].toStringList(), (QStringList{u"1.0.0"_s, u"1.0.1"_s}));
    model.fill(readTag(u"1.0.0"_s, u"bb"_s, m_clock.now(), 1024));
    QVERIFY(!model.index(0, 0).data(StaleRole).toBool());
    QCOMPARE(model.index(0, 1).data().toString(), u"bb0000000000"_s);
}

void RowModelsTest::tagsDigestMovedIsNotKept()
{
    TagsModel model(m_pool, m_clock);
    model.setTags({readTag(u"latest"_s, u"aa"_s, m_clock.now(), 1024)});
    settle(model);
    desk::RemoteTag moved = unread(u"latest"_s);
    moved.digest = digestOf(u"bb"_s);
    model.setTags({moved});
    settle(model);
    QCOMPARE(modelText(model, {1, 4}), u"bb0000000000 | \n"_s);
}

void RowModelsTest::fillDuringRefreshSurvives()
{
    TagsModel model(m_pool, m_clock);
    model.setTags({unread(u"a"_s), unread(u"b"_s)});
    settle(model);
    model.fill(readTag(u"a"_s, u"aa"_s, m_clock.now(), 1024));
    model.setFilter(u"a"_s); // a table that knows a is being made …
    model.fill(readTag(u"b"_s, u"bb"_s, m_clock.now(), 2048)); // … and b comes meanwhile
    settle(model);
    model.setFilter({});
    settle(model);
    QCOMPARE(modelText(model, {0, 1}), u"a | aa0000000000\nb | bb0000000000\n"_s);
    model.setTags({unread(u"b"_s), unread(u"c"_s)});
    model.fill(readTag(u"c"_s, u"cc"_s, m_clock.now(), 1)); // a row that only the coming list has
    settle(model);
    QCOMPARE(modelText(model, {0, 1}), u"b | bb0000000000\nc | cc0000000000\n"_s);
}

void RowModelsTest::hostileTextsStayText()
{
    TagsModel model(m_pool, m_clock);
    desk::RemoteTag tag = readTag(u"1.0.0"_s, u"aa"_s, m_clock.now(), 1);
    tag.revision = u"<img src='http://127.0.0.1/x'>&amp;"_s;
    model.setTags({tag});
    settle(model);
    const QModelIndex revision = model.index(0, TagsModel::Revision);
    QCOMPARE(revision.data().toString(), tag.revision);
    QCOMPARE(revision.data(CopyRole).toString(), tag.revision);
    const QString tip = revision.data(Qt::ToolTipRole).toString();
    QVERIFY2(!tip.contains(u"<img"), qPrintable(tip));
    QVERIFY2(tip.contains(u"&lt;img"), qPrintable(tip));
}

void RowModelsTest::unreadIsNoText()
{
    TagsModel model(m_pool, m_clock);
    model.setTags({unread(u"1.0.0"_s)});
    settle(model);
    for (const int column : {TagsModel::Digest, TagsModel::Published, TagsModel::Revision, TagsModel::Size}) {
        const QModelIndex index = model.index(0, column);
        QVERIFY(index.data(UnreadRole).toBool());
        QCOMPARE(index.data().toString(), QString());
        QCOMPARE(index.data(CopyRole).toString(), QString());
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"not read yet"_s);
    }
    QCOMPARE(model.index(0, TagsModel::Size).data(Qt::TextAlignmentRole).toInt(), static_cast<int>(Qt::AlignRight | Qt::AlignVCenter));
}

PD_TEST(RowModelsTest)

#include "tst_rowmodels.moc"
