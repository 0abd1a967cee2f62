// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/navigationfacts.h"
#include "support/runner.h"

using namespace pd::models;
using namespace Qt::StringLiterals;

namespace {

void print(const QList<TreeNode> &nodes, int level, QString &text)
{
    for (const TreeNode &node : nodes) {
        text += QString(level * 2, u' ') + node.label;
        if (!node.trailing.isEmpty())
            text += u" ["_s + node.trailing + u']';
        if (node.expandable)
            text += u" +"_s;
        text += u'\n';
        print(node.children, level + 1, text);
    }
}

QString treeText(const TreeSnapshot &tree)
{
    QString text;
    for (const TreeSection &section : tree.sections) {
        text += u"# "_s + section.title + u'\n';
        print(section.nodes, 0, text);
    }
    return text;
}

NavigationFacts::Owner owner(const QString &name, int read, int total)
{
    NavigationFacts::Owner made;
    made.name = name;
    made.total = total;
    for (int i = 0; i < read; ++i) {
        pd::desk::RemotePackage package;
        package.host = u"ghcr.io"_s;
        package.repository = name.isEmpty() ? u"demo%1"_s.arg(i) : u"%1/p%2"_s.arg(name).arg(i);
        made.packages.append(package);
    }
    return made;
}

void collect(const QList<TreeNode> &nodes, QStringList &ids)
{
    for (const TreeNode &node : nodes) {
        ids.append(node.id);
        collect(node.children, ids);
    }
}

} // namespace

class NavigationFactsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void nothingYet();
    void registries();
    void more_data();
    void more();
    void wholeOwner();
    void states();
    void foldersOfOneName();
    void idsAreUnique();
    void places_data();
    void places();
};

void NavigationFactsTest::nothingYet()
{
    const TreeSnapshot tree = makeTree({});
    QCOMPARE(treeText(tree), u"# Registries\n# On this computer\nLocal images\n# Folders\n"_s);
    QCOMPARE(tree.sections[0].emptyText, u"None yet"_s);
    QVERIFY(!tree.sections[0].addToolTip.isEmpty());
}

void NavigationFactsTest::registries()
{
    NavigationFacts facts;
    NavigationFacts::Registry ghcr;
    ghcr.host = u"ghcr.io"_s;
    ghcr.user = u"mira"_s;
    ghcr.read = true;
    ghcr.owners = {owner(u"acme"_s, 2, 2), owner(u"mira"_s, 0, 3)};
    NavigationFacts::Registry plain;
    plain.host = u"registry.acme.example"_s;
    plain.read = true;
    plain.owners = {owner({}, 2, -1)};
    facts.registries = {ghcr, plain};
    facts.localImages = 100'000;
    facts.folders = {{u"/home/mira/src/rbac"_s, 2, false}, {u"/home/mira/src/kube"_s, 0, false}};
    facts.opened = {u"ghcr.io/other/thing:1.0"_s};
    QCOMPARE(treeText(makeTree(facts)),
        u"# Registries\n"
        "ghcr.io [@mira]\n"
        "  acme [2] +\n"
        "    p0\n"
        "    p1\n"
        "  mira [3] +\n"
        "    3 more…\n"
        "registry.acme.example\n"
        "  demo0\n"
        "  demo1\n"
        "# On this computer\n"
        "Local images [100,000]\n"
        "# Folders\n"
        "rbac [2 changed]\n"
        "kube\n"
        "# Opened\n"
        "thing:1.0\n"_s);
}

void NavigationFactsTest::more_data()
{
    QTest::addColumn<int>("read");
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("last");
    QTest::newRow("all fit") << 7 << 7 << 7 << u"p6"_s;
    QTest::newRow("one more has room") << 8 << 8 << 8 << u"p7"_s;
    QTest::newRow("two more") << 9 << 9 << 8 << u"2 more…"_s;
    QTest::newRow("more than read") << 30 << 37 << 8 << u"30 more…"_s;
    QTest::newRow("total unknown") << 3 << -1 << 3 << u"p2"_s;
}

void NavigationFactsTest::more()
{
    QFETCH(const int, read);
    QFETCH(const int, total);
    NavigationFacts facts;
    NavigationFacts::Registry ghcr;
    ghcr.host = u"ghcr.io"_s;
    ghcr.owners = {owner(u"acme"_s, read, total)};
    facts.registries = {ghcr};
    const TreeNode acme = makeTree(facts).sections[0].nodes[0].children[0];
    QTEST(static_cast<int>(acme.children.size()), "rows");
    QTEST(acme.children.last().label, "last");
    QCOMPARE(acme.children.last().more, acme.children.last().label.endsWith(u"more…"_s));
}

void NavigationFactsTest::wholeOwner()
{
    NavigationFacts facts;
    NavigationFacts::Registry ghcr;
    ghcr.host = u"ghcr.io"_s;
    ghcr.owners = {owner(u"acme"_s, 30, 31)};
    facts.registries = {ghcr};
    facts.wholeOwners = {ownerPlace(u"ghcr.io"_s, u"acme"_s)};
    const TreeNode acme = makeTree(facts).sections[0].nodes[0].children[0];
    QCOMPARE(acme.children.size(), 31);
    QCOMPARE(acme.children.last().label, u"1 more…"_s);
    QCOMPARE(acme.children.last().id, morePlace(u"ghcr.io"_s, u"acme"_s));
}

void NavigationFactsTest::states()
{
    NavigationFacts facts;
    NavigationFacts::Registry practice;
    practice.host = u"localhost:5000"_s;
    practice.practice = true;
    NavigationFacts::Registry refused;
    refused.host = u"ghcr.io"_s;
    refused.user = u"mira"_s;
    refused.signInNeeded = true;
    NavigationFacts::Registry away;
    away.host = u"registry.example"_s;
    away.reachable = false;
    facts.registries = {practice, refused, away};
    auto nodes = makeTree(facts).sections[0].nodes;
    QCOMPARE(nodes[0].label, u"Practice registry"_s);
    QCOMPARE(nodes[0].trailing, u"stopped"_s);
    QVERIFY(!nodes[0].expandable);
    QCOMPARE(nodes[1].trailing, u"sign in"_s);
    QCOMPARE(nodes[1].stateIcon, u"pd-warning"_s);
    QCOMPARE(nodes[2].stateIcon, u"pd-offline"_s);
    facts.registries[0].running = true;
    nodes = makeTree(facts).sections[0].nodes;
    QCOMPARE(nodes[0].trailing, u"running"_s);
    QVERIFY(nodes[0].expandable);
}

void NavigationFactsTest::foldersOfOneName()
{
    NavigationFacts facts;
    facts.folders = {{u"/a/work/rbac"_s, 0, false}, {u"/b/old/rbac"_s, 0, true}, {u"/b/abac"_s, 0, false}};
    QCOMPARE(treeText(makeTree(facts)),
        u"# Registries\n# On this computer\nLocal images\n# Folders\n"
        "work/rbac\nold/rbac [not there]\nabac\n"_s);
}

void NavigationFactsTest::idsAreUnique()
{
    NavigationFacts facts;
    NavigationFacts::Registry ghcr;
    ghcr.host = u"ghcr.io"_s;
    ghcr.owners = {owner(u"acme"_s, 9, 40), owner(u"mira"_s, 9, 9)};
    facts.registries = {ghcr};
    facts.folders = {{u"/a"_s, 0, false}};
    facts.opened = {u"ghcr.io/acme/p1"_s, u"/a"_s};
    QStringList ids;
    for (const TreeSection &section : makeTree(facts).sections)
        collect(section.nodes, ids);
    QVERIFY(ids.size() > 20);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
    for (const QString &id : std::as_const(ids))
        QVERIFY2(!parsePlace(id).kind.isEmpty(), qPrintable(id));
}

void NavigationFactsTest::places_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("subject");
    QTest::newRow("local") << localPlace() << u"local"_s << QString();
    QTest::newRow("registry") << registryPlace(u"localhost:5000"_s) << u"registry"_s << u"localhost:5000"_s;
    QTest::newRow("owner") << ownerPlace(u"ghcr.io"_s, u"acme"_s) << u"owner"_s << u"ghcr.io/acme"_s;
    QTest::newRow("package") << packagePlace(u"localhost:5000"_s, u"a/b/c"_s) << u"package"_s << u"localhost:5000/a/b/c"_s;
    QTest::newRow("folder") << folderPlace(u"/a: b/ü"_s) << u"folder"_s << u"/a: b/ü"_s;
    QTest::newRow("opened") << openedPlace(u"ghcr.io/a/b:1"_s) << u"opened"_s << u"ghcr.io/a/b:1"_s;
    QTest::newRow("unknown") << u"http://x"_s << QString() << QString();
    QTest::newRow("no subject") << u"registry:"_s << QString() << QString();
    QTest::newRow("nothing") << QString() << QString() << QString();
}

void NavigationFactsTest::places()
{
    QFETCH(const QString, place);
    QTEST(parsePlace(place).kind, "kind");
    QTEST(parsePlace(place).subject, "subject");
}

PD_TEST(NavigationFactsTest)

#include "tst_navigationfacts.moc"
