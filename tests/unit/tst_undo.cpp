// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/undo.h"
#include "support/runner.h"

using namespace pd::desk;
using namespace Qt::StringLiterals;

/// What takes an act back survives the history, and takes nothing that does not belong there.
class TestUndo final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWent_data();
    void comesBackAsItWent();
    void severalStepsKeepTheirOrder();
    void refuses_data();
    void refuses();
};

namespace {

QString digest(QChar digit)
{
    return u"sha256:"_s + QString(64, digit);
}

} // namespace

void TestUndo::comesBackAsItWent_data()
{
    QTest::addColumn<Undo>("undo");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << Undo() << QString();
    QTest::newRow("store") << Undo{{StoreUndo{u"20261124-7"_s}}} << u"store:20261124-7"_s;
    QTest::newRow("manifests") << Undo{{ManifestsUndo{{3, 14}}}} << u"remote:3,14"_s;
    QTest::newRow("tags") << Undo{{TagsUndo{u"ghcr.io/acme/rbac"_s, digest(u'a'), {{u"latest"_s, digest(u'b')}, {u"2.1"_s, digest(u'c')}}}}}
                          << u"tags:ghcr.io/acme/rbac %1 latest=%2 2.1=%3"_s.arg(digest(u'a'), digest(u'b'), digest(u'c'));
    QTest::newRow("package") << Undo{{GitHubUndo{u"ghcr.io"_s, u"acme/team/rbac"_s, {}}}} << u"github:ghcr.io/acme/team/rbac"_s;
    QTest::newRow("versions") << Undo{{GitHubUndo{u"localhost:5000"_s, u"acme/rbac"_s, {7, 8}}}}
                              << u"github:localhost:5000/acme/rbac@7,8"_s;
}

void TestUndo::comesBackAsItWent()
{
    QFETCH(const Undo, undo);
    QFETCH(const QString, text);
    QCOMPARE(undo.toString(), text);
    const auto back = Undo::parse(text);
    QVERIFY(back);
    QCOMPARE(*back, undo);
    QCOMPARE(back->isEmpty(), text.isEmpty());
}

void TestUndo::severalStepsKeepTheirOrder()
{
    const Undo undo{{TagsUndo{u"ghcr.io/acme/rbac"_s, digest(u'a'), {{u"latest"_s, digest(u'b')}}}, StoreUndo{u"7"_s}}};
    QCOMPARE(undo.toString().count(u'\n'), 1);
    const auto back = Undo::parse(undo.toString());
    QVERIFY(back);
    QCOMPARE(*back, undo);
}

void TestUndo::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no kind") << u"7"_s;
    QTest::newRow("another kind") << u"retag:7"_s;
    QTest::newRow("no entry") << u"store:"_s;
    QTest::newRow("no number") << u"remote:3,x"_s;
    QTest::newRow("no numbers") << u"remote:"_s;
    QTest::newRow("no tags") << u"tags:ghcr.io/acme/rbac %1"_s.arg(digest(u'a'));
    QTest::newRow("no digest now") << u"tags:ghcr.io/acme/rbac latest=%1"_s.arg(digest(u'a'));
    QTest::newRow("a tag without a digest") << u"tags:ghcr.io/acme/rbac %1 latest="_s.arg(digest(u'a'));
    QTest::newRow("a digest without a tag") << u"tags:ghcr.io/acme/rbac %1 =%1"_s.arg(digest(u'a'));
    QTest::newRow("no repository") << u"github:ghcr.io"_s;
    QTest::newRow("no version") << u"github:ghcr.io/acme/rbac@"_s;
    QTest::newRow("one good step, one bad") << u"store:7\nsomething"_s;
}

void TestUndo::refuses()
{
    QFETCH(const QString, text);
    QVERIFY(!Undo::parse(text));
}

PD_TEST(TestUndo)
#include "tst_undo.moc"
