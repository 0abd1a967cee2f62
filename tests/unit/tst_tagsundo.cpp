// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/verbs/tagsundo.h"
#include "support/runner.h"

using namespace pd::desk;
using namespace Qt::StringLiterals;

/// What puts moved tags back survives the history, and takes nothing that is not a tag and a digest.
class TestTagsUndo final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWent();
    void refuses_data();
    void refuses();
};

namespace {

QString digest(QChar digit)
{
    return u"sha256:"_s + QString(64, digit);
}

} // namespace

void TestTagsUndo::comesBackAsItWent()
{
    const TagsUndo undo{u"ghcr.io/acme/rbac"_s, digest(u'a'), {{u"latest"_s, digest(u'b')}, {u"2.1"_s, digest(u'c')}}};
    const auto back = TagsUndo::parse(undo.toString());
    QVERIFY(back);
    QCOMPARE(*back, undo);
}

void TestTagsUndo::refuses_data()
{
    QTest::addColumn<QString>("undo");
    QTest::newRow("another kind") << u"store:7"_s;
    QTest::newRow("no tags") << u"tags:ghcr.io/acme/rbac %1"_s.arg(digest(u'a'));
    QTest::newRow("no digest now") << u"tags:ghcr.io/acme/rbac latest=%1"_s.arg(digest(u'a'));
    QTest::newRow("a tag without a digest") << u"tags:ghcr.io/acme/rbac %1 latest="_s.arg(digest(u'a'));
    QTest::newRow("a digest without a tag") << u"tags:ghcr.io/acme/rbac %1 =%1"_s.arg(digest(u'a'));
    QTest::newRow("the word of old receipts") << u"tags"_s;
}

void TestTagsUndo::refuses()
{
    QFETCH(const QString, undo);
    QVERIFY(!TagsUndo::parse(undo));
}

PD_TEST(TestTagsUndo)
#include "tst_tagsundo.moc"
