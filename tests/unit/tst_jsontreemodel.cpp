// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jsontreemodel.h"
#include "support/modeltext.h"
#include "support/runner.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace pd::models;
using namespace Qt::StringLiterals;
using pd::test::modelText;

namespace {

constexpr auto Failing = QAbstractItemModelTester::FailureReportingMode::QtTest;

QJsonValue parse(const char *text)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray("[") + text + "]");
    return document.array().at(0);
}

/// Opens everything, as a person could.
void fetchAll(QAbstractItemModel &model, const QModelIndex &parent = {})
{
    while (model.canFetchMore(parent))
        model.fetchMore(parent);
    for (int row = 0; row < model.rowCount(parent); ++row)
        fetchAll(model, model.index(row, 0, parent));
}

} // namespace

class JsonTreeModelTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void namesAndValues();
    void onlyWhatIsLookedAt();
    void scalars_data();
    void scalars();
    void paths();
    void pages();
    void longStringsAreCut();
    void copies();
};

void JsonTreeModelTest::namesAndValues()
{
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, Failing);
    tester.setUseFetchMore(false); // it would fetch within the reset
    model.setValue(parse(R"({"allow":false,"deny":["viewer may not","inv \"1\""],"grants":{"b":{},"a":null},"n":1.5})"));
    fetchAll(model);
    QCOMPARE(modelText(model, {0, 1}),
        u"allow | false\n"
        "deny | 2 items\n"
        "  0 | \"viewer may not\"\n"
        "  1 | \"inv \\\"1\\\"\"\n"
        "grants | 2 items\n"
        "  a | null\n"
        "  b | 0 items\n"
        "n | 1.5\n"_s);
    QVERIFY(!model.hasChildren(model.index(1, 0, model.index(2, 0))));
    const auto tone = [&](const QModelIndex &index) { return static_cast<Tone>(index.siblingAtColumn(1).data(ToneRole).toInt()); };
    QCOMPARE(tone(model.index(0, 0)), Tone::Number);
    QCOMPARE(tone(model.index(1, 0)), Tone::Quiet);
    QCOMPARE(tone(model.index(0, 0, model.index(1, 0))), Tone::Text);
}

void JsonTreeModelTest::onlyWhatIsLookedAt()
{
    JsonTreeModel model;
    model.setValue(parse(R"({"a":{"b":{"c":1}}})"));
    const QModelIndex a = model.index(0, 0);
    QVERIFY(model.hasChildren(a));
    QCOMPARE(model.rowCount(a), 0);
    QVERIFY(model.canFetchMore(a));
    model.fetchMore(a);
    QCOMPARE(model.rowCount(a), 1);
    QVERIFY(!model.canFetchMore(a));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.hasChildren());
}

void JsonTreeModelTest::scalars_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"true", "null", "\"x\"", "12"})
        QTest::newRow(json) << QByteArray(json);
}

void JsonTreeModelTest::scalars()
{
    QFETCH(const QByteArray, json);
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, Failing);
    tester.setUseFetchMore(false); // it would fetch within the reset
    model.setValue(parse(json.constData()));
    QCOMPARE(modelText(model, {0, 1}), QString(u" | "_s + QString::fromUtf8(json) + u'\n'));
    QCOMPARE(model.path(model.index(0, 0)), QString());
}

void JsonTreeModelTest::paths()
{
    JsonTreeModel model;
    model.setValue(parse(R"({"deny":[{"msg":1}],"a b":{"1x":[0],"":2}})"));
    fetchAll(model);
    QStringList all;
    std::function<void(const QModelIndex &)> walk = [&](const QModelIndex &parent) {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            all.append(model.path(model.index(row, 0, parent)));
            walk(model.index(row, 0, parent));
        }
    };
    walk({});
    QCOMPARE(all,
        (QStringList{u"[\"a b\"]"_s, u"[\"a b\"][\"\"]"_s, u"[\"a b\"][\"1x\"]"_s, u"[\"a b\"][\"1x\"][0]"_s, u"deny"_s, u"deny[0]"_s,
            u"deny[0].msg"_s}));
}

void JsonTreeModelTest::pages()
{
    QJsonArray many;
    for (int i = 0; i < 1201; ++i)
        many.append(i);
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, Failing);
    tester.setUseFetchMore(false); // it would fetch within the reset
    model.setValue(many);
    QCOMPARE(model.rowCount(), JsonTreeModel::Page);
    model.fetchMore({});
    model.fetchMore({});
    QCOMPARE(model.rowCount(), 1201);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.index(1200, 1).data().toString(), u"1200"_s);
}

void JsonTreeModelTest::longStringsAreCut()
{
    JsonTreeModel model;
    const QString text(100'000, u'x');
    model.setValue(QJsonArray{text});
    QCOMPARE(model.index(0, 1).data().toString().size(), JsonTreeModel::LongestShown + 1);
    QCOMPARE(model.index(0, 1).data(CopyRole).toString(), QString(u'"' + text + u'"'));
}

void JsonTreeModelTest::copies()
{
    JsonTreeModel model;
    model.setValue(parse(R"({"a":{"z":1,"b":[true]}})"));
    QCOMPARE(model.index(0, 1).data(CopyRole).toString(), u"{\"b\":[true],\"z\":1}"_s);
    QCOMPARE(model.value(model.index(0, 0)).toObject().size(), 2);
}

PD_TEST(JsonTreeModelTest)

#include "tst_jsontreemodel.moc"
