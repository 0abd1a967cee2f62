// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/localimagesmodel.h"
#include "models/tagsmodel.h"
#include "support/modeltext.h"
#include "support/runner.h"
#include "support/virtualclock.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>

#include <semaphore>

using namespace pd;
using namespace pd::models;
using namespace Qt::StringLiterals;
using pd::test::modelText;

namespace {

/// A row "name size" of a table that counts what is asked of it.
struct Item {
    QString name;
    int size = 0;
};

struct Counters {
    std::atomic<int> tables = 0;
    std::atomic<int> ranked = 0;
    std::binary_semaphore go{1}; ///< Whoever ranks column 1 waits for it.
};

class ItemsTable final : public ListTable<Item> {
public:
    ItemsTable(QList<Item> items, Counters *counters)
        : ListTable(std::move(items))
        , m_counters(counters)
    {
        ++counters->tables;
    }
    QString key(int row) const override { return at(row).name; }
    QString searchText(int row) const override { return at(row).name; }
    quint32 categories(int row) const override { return at(row).size % 2 == 0 ? 1U : 2U; }
    Ranks ranks(int column, std::stop_token stop) const override
    {
        ++m_counters->ranked;
        if (column == 0)
            return rankTexts(texts([](const Item &item) { return item.name; }), stop);
        m_counters->go.acquire();
        m_counters->go.release();
        return rankValues([](const Item &item) { return item.size; }, [](const Item &item) { return item.size < 0; }, stop);
    }

private:
    Counters *m_counters;
};

class ItemsModel final : public SnapshotModel {
public:
    ItemsModel(WorkerPool &pool, Counters &counters)
        : SnapshotModel(pool, nullptr)
        , m_counters(counters)
    {
    }
    void setItems(QList<Item> items)
    {
        setTable([items = std::move(items), counters = &m_counters] { return std::make_shared<const ItemsTable>(items, counters); });
    }
    int columnCount(const QModelIndex & = {}) const override { return 2; }
    const Arrangement *shownArrangement() const { return arrangement(); }

protected:
    QVariant cell(int row, int column, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        const Item &item = static_cast<const ItemsTable *>(table())->at(row);
        return column == 0 ? QVariant(item.name) : QVariant(item.size);
    }

private:
    Counters &m_counters;
};

QList<Item> items(const QString &lines)
{
    QList<Item> list;
    for (const QString &line : lines.split(u' '))
        list.append({line.section(u'=', 0, 0), line.section(u'=', 1).toInt()});
    return list;
}

QString shownNames(const QAbstractItemModel &model)
{
    return modelText(model).simplified();
}

} // namespace

class SnapshotModelTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsAsTheyCame();
    void sorts_data();
    void sorts();
    void filters_data();
    void filters();
    void categoriesAndCounts();
    void selectionSurvives();
    void refreshMapsByKey();
    void newerKeyStopsOlder();
    void preparesOnce();
    void narrowsEarlier();
    void clearForgets();
    void dyingWhileArranging();
    void hundredThousand();

private:
    void settle() { QTRY_VERIFY(!m_model->isArranging()); }
    void show(const QString &lines);

    std::optional<WorkerPool> m_pool;
    std::unique_ptr<Counters> m_counters;
    std::unique_ptr<ItemsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void SnapshotModelTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_pool.emplace(2);
    m_counters = std::make_unique<Counters>();
    m_model = std::make_unique<ItemsModel>(*m_pool, *m_counters);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void SnapshotModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_pool.reset();
    m_counters.reset();
}

void SnapshotModelTest::show(const QString &lines)
{
    m_model->setItems(items(lines));
    settle();
}

void SnapshotModelTest::showsAsTheyCame()
{
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy layouts(m_model.get(), &QAbstractItemModel::layoutChanged);
    show(u"b=1 a=2 c=3"_s);
    QCOMPARE(shownNames(*m_model), u"b a c"_s);
    QCOMPARE(resets.size(), 1);
    show(u"c=3 a=2"_s);
    QCOMPARE(shownNames(*m_model), u"c a"_s);
    QCOMPARE(resets.size(), 1);
    QCOMPARE(layouts.size(), 1);
}

void SnapshotModelTest::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QString>("names");
    QTest::newRow("names") << 0 << Qt::AscendingOrder << u"a2 a10 É e x z"_s.replace(u"É e"_s, u"e É"_s);
    QTest::newRow("names down") << 0 << Qt::DescendingOrder << u"z x É e a10 a2"_s;
    QTest::newRow("sizes, stable, missing last") << 1 << Qt::AscendingOrder << u"e z a10 É x a2"_s;
    QTest::newRow("sizes down, stable, missing last") << 1 << Qt::DescendingOrder << u"x a10 É z e a2"_s;
    QTest::newRow("as they came") << -1 << Qt::AscendingOrder << u"z a10 a2 É x e"_s;
}

void SnapshotModelTest::sorts()
{
    QFETCH(const int, column);
    QFETCH(const Qt::SortOrder, order);
    show(u"z=3 a10=5 a2=-1 É=5 x=9 e=1"_s);
    m_model->sort(column, order);
    settle();
    QTEST(shownNames(*m_model), "names");
}

void SnapshotModelTest::filters_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("names");
    QTest::newRow("nothing") << u"  "_s << u"acme/rbac acme/ABAC ÖL/x e\u0301t"_s;
    QTest::newRow("any case") << u"aBaC"_s << u"acme/ABAC"_s;
    QTest::newRow("all words, any order") << u"rba acme"_s << u"acme/rbac"_s;
    QTest::newRow("beyond ASCII") << u"öl"_s << u"ÖL/x"_s;
    QTest::newRow("composed finds decomposed") << u"ÉT"_s << u"e\u0301t"_s;
    QTest::newRow("not across rows") << u"rbacacme"_s << u""_s;
    QTest::newRow("not across rows, with a break") << u"rbac\nacme/a"_s << u""_s;
    QTest::newRow("none") << u"zzz"_s << u""_s;
}

void SnapshotModelTest::filters()
{
    QFETCH(const QString, typed);
    show(u"acme/rbac=1 acme/ABAC=2 ÖL/x=3 e\u0301t=4"_s);
    m_model->setFilter(typed);
    settle();
    QTEST(shownNames(*m_model), "names");
    m_model->setFilter({});
    settle();
    QCOMPARE(m_model->shown(), 4);
}

void SnapshotModelTest::categoriesAndCounts()
{
    show(u"a=1 b=2 c=3 d=4 e=5"_s);
    m_model->setCategories(2);
    settle();
    QCOMPARE(shownNames(*m_model), u"a c e"_s);
    m_model->setFilter(u"c"_s);
    settle();
    QCOMPARE(shownNames(*m_model), u"c"_s);
    QCOMPARE(m_model->categoryCount(1), 2);
    QCOMPARE(m_model->categoryCount(2), 3);
    QCOMPARE(m_model->total(), 5);
    m_model->setCategories(1);
    settle();
    QCOMPARE(m_model->shown(), 0);
    m_model->setCategories(3);
    settle();
    QCOMPARE(shownNames(*m_model), u"c"_s);
}

void SnapshotModelTest::selectionSurvives()
{
    show(u"d=1 b=2 a=3 c=4"_s);
    QItemSelectionModel selection(m_model.get());
    const auto select = [&](const QString &key) {
        selection.setCurrentIndex(m_model->indexOf(key), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    };
    const auto selected = [&] {
        QStringList names;
        for (const QModelIndex &index : selection.selectedRows())
            names.append(m_model->rowKey(index));
        names.sort();
        return names.join(u' ');
    };
    select(u"b"_s);
    select(u"c"_s);
    const QPersistentModelIndex top(m_model->indexOf(u"a"_s));

    m_model->sort(0, Qt::AscendingOrder);
    settle();
    QCOMPARE(shownNames(*m_model), u"a b c d"_s);
    QCOMPARE(selected(), u"b c"_s);
    QCOMPARE(m_model->rowKey(selection.currentIndex()), u"c"_s);
    QCOMPARE(top.row(), 0);

    show(u"0=0 c=5 b=2"_s);
    QCOMPARE(selected(), u"b c"_s);
    QCOMPARE(m_model->rowKey(selection.currentIndex()), u"c"_s);
    QVERIFY(!top.isValid());

    m_model->setFilter(u"c"_s);
    settle();
    QCOMPARE(selected(), u"c"_s);
    m_model->setFilter({});
    settle();
    // What could not be seen must not be acted on when it comes back.
    QCOMPARE(selected(), u"c"_s);
}

void SnapshotModelTest::refreshMapsByKey()
{
    show(u"a=1 b=2 c=3"_s);
    const QPersistentModelIndex c(m_model->index(2, 1));
    QCOMPARE(c.data().toInt(), 3);
    show(u"c=30 x=1 y=2 a=1"_s);
    QCOMPARE(c.row(), 0);
    QCOMPARE(c.column(), 1);
    QCOMPARE(c.data().toInt(), 30);
}

void SnapshotModelTest::newerKeyStopsOlder()
{
    show(u"a=2 b=1 cc=3 cd=0"_s);
    QSignalSpy arranged(m_model.get(), &SnapshotModel::arranged);
    m_counters->go.acquire();
    auto letGo = qScopeGuard([this] { m_counters->go.release(); });
    m_model->sort(1, Qt::AscendingOrder);
    QTRY_COMPARE(m_counters->ranked.load(), 1);
    // The older job hangs in a worker; the newer ones do not wait for it, and it changes nothing when it ends.
    m_model->sort(0, Qt::DescendingOrder);
    m_model->setFilter(u"c"_s);
    settle();
    QCOMPARE(arranged.size(), 1);
    QCOMPARE(shownNames(*m_model), u"cd cc"_s);
    letGo.dismiss();
    m_counters->go.release();
    m_pool.reset(); // until both workers have ended
    m_pool.emplace(2); // in the same place, where the model looks for it
    QCoreApplication::processEvents();
    QCOMPARE(arranged.size(), 1);
    QCOMPARE(shownNames(*m_model), u"cd cc"_s);
}

void SnapshotModelTest::preparesOnce()
{
    show(u"a=1 b=2"_s);
    m_model->setItems(items(u"a=1 ab=2 abc=3"_s));
    for (const QString &typed : {u"a"_s, u"ab"_s, u"abc"_s})
        m_model->setFilter(typed);
    settle();
    QCOMPARE(shownNames(*m_model), u"abc"_s);
    QCOMPARE(m_counters->tables.load(), 2);
    m_model->sort(0);
    settle();
    m_model->sort(0, Qt::DescendingOrder);
    settle();
    QCOMPARE(m_counters->ranked.load(), 1);
}

void SnapshotModelTest::narrowsEarlier()
{
    show(u"ab=1 abc=2 xabcd=3 c=4"_s);
    const auto narrowedBy = [&](const QString &typed) {
        m_model->setFilter(typed);
        settle();
        return m_model->shownArrangement()->narrowed;
    };
    QVERIFY(narrowedBy(u"ab"_s));
    QVERIFY(narrowedBy(u"abc"_s));
    QCOMPARE(shownNames(*m_model), u"abc xabcd"_s);
    QVERIFY(narrowedBy(u"abc x"_s));
    QVERIFY(!narrowedBy(u"ab"_s));
    QCOMPARE(shownNames(*m_model), u"ab abc xabcd"_s);
    QVERIFY(!narrowedBy(u"c"_s));
    QCOMPARE(shownNames(*m_model), u"abc xabcd c"_s);
    m_model->setCategories(2);
    settle();
    QVERIFY(m_model->shownArrangement()->narrowed);
    m_model->setCategories(0);
    settle();
    QVERIFY(!m_model->shownArrangement()->narrowed);
    QCOMPARE(shownNames(*m_model), u"abc xabcd c"_s);
}

void SnapshotModelTest::clearForgets()
{
    show(u"a=1 b=2"_s);
    QItemSelectionModel selection(m_model.get());
    selection.select(m_model->index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_model->setItems(items(u"b=5"_s));
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!selection.hasSelection());
    QTest::qWait(0);
    QCOMPARE(m_model->rowCount(), 0);
    show(u"b=5"_s);
    QCOMPARE(shownNames(*m_model), u"b"_s);
    QVERIFY(!selection.hasSelection());
}

void SnapshotModelTest::dyingWhileArranging()
{
    show(u"a=1 b=2"_s);
    m_counters->go.acquire();
    auto letGo = qScopeGuard([this] { m_counters->go.release(); });
    m_model->sort(1);
    QTRY_COMPARE(m_counters->ranked.load(), 1);
    m_tester.reset();
    m_model.reset();
    letGo.dismiss();
    m_counters->go.release();
    m_pool.reset();
    QCoreApplication::processEvents();
}

void SnapshotModelTest::hundredThousand()
{
    QList<desk::LocalImage> images;
    constexpr int count = 100'000;
    for (int i = 0; i < count; ++i) {
        desk::LocalImage image;
        image.repository = QStringLiteral("ghcr.io/acme/p%1").arg(i % 1400);
        image.tag = QStringLiteral("%1.%2.0").arg(i / 1400).arg(i % 7);
        image.digest = QStringLiteral("sha256:%1").arg(i % 40'000, 64, 16, QChar(u'0'));
        image.size = 10;
        image.built = QDateTime::fromSecsSinceEpoch(1'700'000'000 + (i * 7919LL) % count, QTimeZone::UTC);
        images.append(image);
    }
    const test::VirtualClock clock;
    LocalImagesModel model(*m_pool, clock);
    model.sort(LocalImagesModel::Built, Qt::DescendingOrder);
    model.setImages(images);
    QTRY_COMPARE_WITH_TIMEOUT(model.shown(), count, 60'000);
    QCOMPARE(model.shownGroups(), 1400);
    QCOMPARE(model.totalWeight(), 400'000);
    QVERIFY(model.startsCollapsed());

    model.setFilter(u"p13 2.1"_s);
    model.setFilter(u"p139 2.1.0"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!model.isArranging(), 60'000);
    // The same by hand.
    QStringList expected;
    for (const desk::LocalImage &image : images) {
        if (image.reference().contains(u"p139") && image.reference().contains(u"2.1.0"))
            expected.append(image.reference());
    }
    QVERIFY(!expected.isEmpty());
    QStringList found = model.referencesIn({});
    QCOMPARE(found.size(), model.shown());
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
    QDateTime last = QDateTime::fromSecsSinceEpoch(2'000'000'000, QTimeZone::UTC);
    for (int group = 0; group < model.shownGroups(); ++group) {
        const QModelIndex above = model.index(group, 0);
        const QDateTime first = model.rowAt(model.index(0, 0, above)).image.built;
        QVERIFY(first <= last); // groups stand where their first row would
        last = first;
        QDateTime inside = first;
        for (int row = 0; row < model.rowCount(above); ++row) {
            const QDateTime built = model.rowAt(model.index(row, 0, above)).image.built;
            QVERIFY(built <= inside);
            inside = built;
        }
    }
}

PD_TEST(SnapshotModelTest)

#include "tst_snapshotmodel.moc"
