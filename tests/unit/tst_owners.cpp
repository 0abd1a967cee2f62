// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/owners.h"
#include "support/runner.h"

using namespace pd::desk;
using namespace Qt::StringLiterals;

/// Whose packages the tree shows under a registry.
class TestOwners final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theAccountStandsFirst();
    void whatWasOpenedIsThere();
    void keptOnceAndDropped();
};

void TestOwners::theAccountStandsFirst()
{
    const QList<OwnerRow> known{{u"acme"_s, false, true}, {u"John"_s, false, true}};
    QCOMPARE(withOwn(known, u"john"_s), QList<OwnerRow>({{u"john"_s, true, true}, {u"acme"_s, false, true}}));
    QCOMPARE(withOwn(known, {}), known);
    QCOMPARE(withOwn({}, u"john"_s), QList<OwnerRow>({{u"john"_s, true, false}}));
}

void TestOwners::whatWasOpenedIsThere()
{
    Settings settings;
    settings.registries = {{u"ghcr.io"_s, u"john"_s, {u"Acme"_s}, false, {}}, {u"quay.io"_s, {}, {u"else"_s}, false, {}}};
    settings.opened = {u"ghcr.io/acme/rbac:1"_s, u"ghcr.io/open/x:2"_s, u"quay.io/no/x:1"_s};
    settings.folders = {{u"/f"_s, u"ghcr.io/team/sub/p"_s}, {u"/g"_s, QString()}};
    QCOMPARE(knownOwners(settings, u"ghcr.io"_s),
        QList<OwnerRow>({{u"Acme"_s, false, true}, {u"open"_s, false, false}, {u"team"_s, false, false}}));
    QVERIFY(knownOwners(settings, u"docker.io"_s).isEmpty());
}

void TestOwners::keptOnceAndDropped()
{
    Settings settings;
    keepOwner(settings, u"ghcr.io"_s, u"acme"_s);
    keepOwner(settings, u"ghcr.io"_s, u"Acme"_s);
    QCOMPARE(settings.registries.size(), 1);
    QCOMPARE(settings.registries.first().owners, QStringList{u"acme"_s});
    dropOwner(settings, u"ghcr.io"_s, u"ACME"_s);
    QVERIFY(settings.registries.first().owners.isEmpty());
}

PD_TEST(TestOwners)
#include "tst_owners.moc"
